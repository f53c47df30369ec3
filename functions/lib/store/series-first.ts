import type { PendingQuery, Row } from 'postgres';
import type { Tx } from './sql.ts';

/**
 * A condition that is always true and holds the series of a task, for a statement that then holds the task. Whoever changes
 * an occurrence, or a series with what is open of it, holds the series first: so all of them wait in one line and never
 * in a circle.
 */
export const seriesFirst = (tx: Tx, taskId: string): PendingQuery<Row[]> => tx`
  (select count(*) from (
    select from series where id = (select series_id from tasks where id = ${taskId}) for update
  ) held) >= 0
`;
