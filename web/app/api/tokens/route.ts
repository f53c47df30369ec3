import { createToken, listTokens } from '@/lib/api-tokens.ts';
import { config } from '@/lib/config.ts';
import { identity, note } from '@/lib/identity.ts';
import { incoming } from '@/lib/incoming.ts';
import { refuseOther } from '@/lib/other-person.ts';

export const GET = async (request: Request) =>
  (await refuseOther(identity(), request)) ?? listTokens(identity(), request);

export const POST = async (given: Request) => {
  const request = await incoming(given, config());
  if (request instanceof Response) return request;
  return (
    (await refuseOther(identity(), request)) ??
    createToken(identity(), request, config().ZERODO_ORIGINS, note)
  );
};
