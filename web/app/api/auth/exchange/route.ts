import { config } from '@/lib/config.ts';
import { exchange } from '@/lib/exchange.ts';
import { identity } from '@/lib/identity.ts';

export const POST = (request: Request) => exchange(identity(), request.headers, new Date(), config());
