import { Rejected } from '@zerodo/domain/rejected';
import { type ChangeMade, changesSince } from '@zerodo/store/changes-made';
import type { Tx } from '@zerodo/store/sql';

/** The refusal that names what has been changed since, and when. */
export async function changedSince(tx: Tx, made: ChangeMade, fields: readonly string[]): Promise<Rejected> {
  const later = await changesSince(tx, made);
  const named = fields.map((field) => {
    const last = later.find(({ changed }) => changed.includes(field)) ?? later[0];
    return last ? `${field} (${last.time.toISOString()})` : field;
  });
  return new Rejected(
    'changed-since',
    `Changed since: ${named.join(', ')}. Undo that first, or change it by hand.`,
  );
}
