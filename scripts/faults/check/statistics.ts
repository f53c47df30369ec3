import type { Tx } from '@zerodo/store/sql';
import { computeFacts, staleFacts } from '@zerodo/store/task-facts';
import { about, type Check } from './context.ts';

type Facts = { taskId: string };

/** What was counted by events, one after the other, is what the tables say when all of it is counted anew. */
export const statistics: Check = async ({ account, owner }) => {
  const rows = (sql: typeof owner | Tx) => sql<Facts[]>`select * from task_stats order by task_id`;
  const words = (all: readonly Facts[]) => new Map(all.map((row) => [row.taskId, JSON.stringify(row)]));
  const heard = words(await rows(owner));
  const stale = await owner.begin((tx) =>
    staleFacts(tx as never, '00000000-0000-0000-0000-000000000000', 100_000),
  );
  // Nothing is kept of it: what it would be is all that is asked.
  const { counted, done } = await asIfCounted(async (tx) => {
    const ids = (await tx<{ id: string }[]>`select id from tasks`).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += 1_000)
      await computeFacts(tx, ids.slice(from, from + 1_000));
    const counts = await tx<{ userId: string; completed: number }[]>`
      select completed_by as user_id, count(*) as completed from task_stats where completed_on is not null group by 1
    `;
    return {
      counted: words(await rows(tx)),
      done: new Map(counts.map((row) => [row.userId, row.completed])),
    };
  }, owner);
  const wrong = [...counted].filter(([id, facts]) => heard.get(id) !== facts).map(([id]) => id);
  const own = Map.groupBy(
    [...account.tasks.values()].filter(({ task }) => task.status === 'completed'),
    ({ person }) => person,
  );
  const short = [...own]
    .filter(([person, all]) => (done.get(person) ?? 0) < all.length)
    .map(([person]) => person);
  return [
    ...about('lost', 'not in the statistics', stale),
    ...about('wrong', 'counted otherwise than it is', wrong),
    ...about('lost', 'completions of a person that nobody counted', short),
  ];
};

class Undone extends Error {}

async function asIfCounted<T>(
  work: (tx: Tx) => Promise<T>,
  owner: Parameters<Check>[0]['owner'],
): Promise<T> {
  let found: { value: T } | undefined;
  await owner
    .begin(async (tx) => {
      found = { value: await work(tx as unknown as Tx) };
      throw new Undone();
    })
    .catch((error) => {
      if (!(error instanceof Undone)) throw error;
    });
  return found!.value;
}
