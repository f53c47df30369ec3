import { deleteToken } from '@/lib/api-tokens.ts';
import { config } from '@/lib/config.ts';
import { identity, note } from '@/lib/identity.ts';
import { refuseOther } from '@/lib/other-person.ts';

type Context = { params: Promise<{ id: string }> };

export const DELETE = async (request: Request, { params }: Context) =>
  (await refuseOther(identity(), request)) ??
  deleteToken(identity(), request, config().ZERODO_ORIGINS, (await params).id, note);
