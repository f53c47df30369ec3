import { config } from '@/lib/config.ts';
import { identity } from '@/lib/identity.ts';
import { incoming } from '@/lib/incoming.ts';
import { refuseOther } from '@/lib/other-person.ts';

const handle = async (given: Request) => {
  const request = await incoming(given, config());
  if (request instanceof Response) return request;
  return (await refuseOther(identity(), request)) ?? identity().handler(request);
};

export const GET = handle;
export const POST = handle;
