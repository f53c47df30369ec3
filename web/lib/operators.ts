import type { Config } from './config.ts';
import type { identity } from './identity.ts';

type Identity = ReturnType<typeof identity>;
type Settings = Pick<Config, 'ZERODO_OPERATORS' | 'ZERODO_SMTP_URL'>;

/**
 * Whether an account may watch the installation and put it right: one that ZERODO_OPERATORS names by its id or its
 * address, or the oldest one where it says `first`. Where mail is sent, an address counts once it is confirmed, or
 * anybody could sign up with it.
 */
export async function isOperator(
  auth: Identity,
  { ZERODO_OPERATORS: named, ZERODO_SMTP_URL: mail }: Settings,
  person: { id: string; email: string; emailVerified: boolean },
): Promise<boolean> {
  const { id, email, emailVerified } = person;
  if (named.includes(id)) return true;
  if (named.includes(email.toLowerCase()) && (emailVerified || !mail)) return true;
  return named.includes('first') && (await firstAccount(auth)) === id;
}

async function firstAccount(auth: Identity): Promise<string | undefined> {
  const { adapter } = await auth.$context;
  const [oldest] = await adapter.findMany<{ id: string }>({
    model: 'user',
    sortBy: { field: 'createdAt', direction: 'asc' },
    limit: 1,
  });
  return oldest?.id;
}
