import { createToken, listTokens } from '@/lib/api-tokens.ts';
import { config } from '@/lib/config.ts';
import { identity } from '@/lib/identity.ts';

export const GET = (request: Request) => listTokens(identity(), request);

export const POST = (request: Request) => createToken(identity(), request, config().ZERODO_ORIGINS);
