import { identity } from '@/lib/identity.ts';

const handle = (request: Request) => identity().handler(request);

export const GET = handle;
export const POST = handle;
