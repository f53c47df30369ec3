import type { ExportedLabel } from '@zerodo/domain/exported';
import type { Importing } from '@zerodo/domain/import-plan';
import { limits } from '@zerodo/domain/limits';
import { Rejected } from '@zerodo/domain/rejected';
import { addLabels, ownCounts } from '@zerodo/store/import';
import type { Tx } from '@zerodo/store/sql';

/**
 * What labels have of their own; those that are there keep theirs. Answers how many are new.
 *
 * @throws Rejected `too-many-own-labels`
 */
export async function placeLabels(
  tx: Tx,
  labels: readonly ExportedLabel[],
  { userId, now }: Importing,
): Promise<number> {
  if (labels.length === 0) return 0;
  const rows = labels.map(({ createdAt = now.toISOString(), ...label }) => ({ ...label, createdAt }));
  const made = await addLabels(tx, rows, userId);
  const { labels: total } = await ownCounts(tx, userId);
  if (total <= limits.ownLabels) return made;
  throw new Rejected(
    'too-many-own-labels',
    `With this file you would have ${total} labels of your own, ${limits.ownLabels} are possible.`,
  );
}
