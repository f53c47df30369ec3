import { typesOf } from '@zerodo/domain/events';
import { recompute } from '@zerodo/store/audit-log';
import { about, type Check } from './context.ts';

const step = 2_000;

/** The chain holds every event once, each follows from the one before it, and each still says what it said. */
export const audit: Check = async ({ owner }) => {
  const missing = await owner<{ id: string }[]>`
    select e.id from events e left join task_event_log l on l.event_id = e.id
    where l.event_id is null and e.type = any (${owner.types.textArray([...typesOf(['task-events'])])})
  `;
  const altered: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const found = await owner.begin((tx) => recompute(tx as never, from, step));
    altered.push(...found.altered);
    after = found.last;
  }
  const [{ gaps } = { gaps: 0 }] = await owner<{ gaps: number }[]>`
    select max(sequence) - count(*) as gaps from task_event_log
  `;
  return [
    ...about(
      'lost',
      'not in the audit chain',
      missing.map(({ id }) => id),
    ),
    ...about('wrong', 'the audit chain does not hold', altered),
    ...about('wrong', 'the audit chain has gaps', gaps ? [String(gaps)] : []),
  ];
};
