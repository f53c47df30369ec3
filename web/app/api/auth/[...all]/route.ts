import { identity } from '@/lib/identity.ts';
import { refuseOther } from '@/lib/other-person.ts';

const handle = async (request: Request) =>
  (await refuseOther(identity(), request)) ?? identity().handler(request);

export const GET = handle;
export const POST = handle;
