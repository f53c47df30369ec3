import { defaultKeyHasher } from '@better-auth/api-key';
import type { identity } from './identity.ts';

type Identity = ReturnType<typeof identity>;
type Row = { enabled: boolean | null; expiresAt: Date | null };

/**
 * Whether a token that the library calls invalid is one all the same. It says so of every token that it cannot write down the use of, as
 * while the database takes no changes.
 *
 * @throws what the database says when it cannot be asked
 */
export async function tokenIsKnown(auth: Identity, token: string): Promise<boolean> {
  const { adapter } = await auth.$context;
  const value = await defaultKeyHasher(token);
  const row = await adapter.findOne<Row>({ model: 'apikey', where: [{ field: 'key', value }] });
  return row !== null && row.enabled !== false && (row.expiresAt === null || row.expiresAt > new Date());
}
