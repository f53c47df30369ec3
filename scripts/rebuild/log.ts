import { typesOf } from '@zerodo/domain/events';
import { recompute, unrecorded } from '@zerodo/store/audit-log';
import type { Tx } from '@zerodo/store/sql';
import { batch, type Comparison, type Difference } from './comparison.ts';

/** A rebuild is worth what its log is worth: nobody has altered it, and nothing was taken out. */
export async function checkLog(tx: Tx): Promise<Comparison> {
  const differences: Difference[] = [];
  let compared = 0;
  for (let after: number | null = 0; after !== null; ) {
    const { altered, checked, last }: Awaited<ReturnType<typeof recompute>> = await recompute(
      tx,
      after,
      batch,
    );
    differences.push(...altered.map((id) => ({ id, what: 'the event is not what the chain has recorded' })));
    compared += checked;
    after = last;
  }
  const left = await unrecorded(tx, typesOf(['task-events']), 0);
  differences.push(...left.map((id) => ({ id, what: 'the event is not in the chain, a later one is' })));
  const [blank] = await tx<{ gone: number }[]>`
    select count(*) as gone from task_event_log where salt is null
  `;
  return { table: 'task_event_log', compared, gone: blank!.gone, differences };
}
