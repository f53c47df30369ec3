import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Series } from '@zerodo/domain/series';
import type { PendingQuery, Row } from 'postgres';
import { type SeriesRow, toSeries } from './series.ts';
import type { Tx } from './sql.ts';

/**
 * Changes labels, section or assignee in the templates of all series that `which` (a condition on
 * `t`) selects, so that their next occurrences follow the ones that are there.
 */
export async function editAllSeries(
  tx: Tx,
  which: PendingQuery<Row[]>,
  edit: (series: Series) => [Series, OutgoingEvent],
): Promise<OutgoingEvent[]> {
  const rows = await tx<SeriesRow[]>`
    select * from series t where t.deleted_at is null and ${which} order by t.id for update
  `;
  const edited = rows.map(toSeries).map(edit);
  await Promise.all(
    edited.map(
      ([{ id, labels, section, assigneeId, version, updatedAt }]) => tx`
        update series
        set labels = ${tx.types.textArray(labels)}, section = ${section}, assignee_id = ${assigneeId},
            version = ${version}, updated_at = ${updatedAt}
        where id = ${id}
      `,
    ),
  );
  return edited.map(([, event]) => event);
}
