import { successorId } from '@zerodo/domain/ids';
import { about, type Check } from './context.ts';

type Row = {
  id: string;
  title: string;
  notes: string;
  priority: number;
  status: string;
  version: number;
  deleted: boolean;
};

/** The tables hold every task that was acknowledged, as it was last, and none that nobody made. */
export const tasks: Check = async ({ account, owner }) => {
  const rows = await owner<Row[]>`
    select id, title, notes, priority, status, version, deleted_at is not null as deleted from tasks
  `;
  const there = new Map(rows.map((row) => [row.id, row]));
  const successors = new Set([...account.completedRecurring].map(successorId));
  const expected = new Set([...account.tasks.keys(), ...account.sharedTasks, ...successors]);
  const altered = [...account.tasks.values()].flatMap(({ task, deleted }) => {
    const row = there.get(task.id);
    if (!row) return [];
    const { id, title, notes, priority, status, version } = task;
    const same =
      JSON.stringify({ id, title, notes, priority, status, version, deleted }) === JSON.stringify(row);
    return same ? [] : [`${id} (version ${row.version}, acknowledged ${version})`];
  });
  return [
    ...about(
      'lost',
      'acknowledged, and not in the table',
      [...expected].filter((id) => !there.has(id)),
    ),
    ...about(
      'doubled',
      'in the table, and nobody made it',
      [...there.keys()].filter((id) => !expected.has(id)),
    ),
    ...about('lost', 'not as it was acknowledged last', altered),
  ];
};

/** Each version of a task has been announced once, without a gap. */
export const versions: Check = async ({ owner }) => {
  const rows = await owner<{ subject: string; told: number; different: number; last: number }[]>`
    select subject, count(*) as told, count(distinct data -> 'task' ->> 'version') as different,
           max((data -> 'task' ->> 'version')::int) as last
    from events where type like 'dev.zerodo.task.%' and data ? 'task' group by subject
  `;
  const ids = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).map(({ subject }) => subject);
  return [
    ...about(
      'doubled',
      'a version was announced twice',
      ids(({ told, different }) => told > different),
    ),
    ...about(
      'lost',
      'a version was never announced',
      ids(({ different, last }) => different < last),
    ),
  ];
};
