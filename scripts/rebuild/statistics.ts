import type { Due } from '@zerodo/domain/due';
import { same } from '@zerodo/domain/same';
import type { Task } from '@zerodo/domain/task';
import { type Facts, factsOf } from '@zerodo/domain/task-facts';
import type { Tx } from '@zerodo/store/sql';
import { zonesOf } from '@zerodo/store/task-facts';
import { batch, beforeAll, type Comparison, type Difference, differing, idsOf } from './comparison.ts';
import { lastTold } from './told.ts';

/**
 * Counts anew what every task that was told of adds to the statistics, those of swept projects too, whose counts are kept. Events name
 * who did something; whose a task is from then on is in its row.
 */
export async function rebuildStatistics(tx: Tx): Promise<Comparison> {
  const subjects = await tx<{ id: string }[]>`
    select distinct subject as id from events where type = 'dev.zerodo.task.created.v1' order by 1
  `;
  const differences: Difference[] = [];
  let gone = 0;
  for (let from = 0; from < subjects.length; from += batch) {
    const ids = subjects.slice(from, from + batch).map(({ id }) => id);
    const stored = await storedFacts(tx, ids);
    const rebuilt = await factsFromLog(tx, ids, stored);
    const people = await knownPeople(tx, rebuilt);
    gone += ids.length - rebuilt.length;
    for (const facts of rebuilt) {
      const what = difference(facts, stored.get(facts.taskId), people);
      if (what) differences.push({ id: facts.taskId, what });
    }
  }
  return { table: 'task_stats', compared: subjects.length - gone, gone, differences };
}

async function factsFromLog(
  tx: Tx,
  ids: readonly string[],
  stored: ReadonlyMap<string, Facts>,
): Promise<Facts[]> {
  const told = [...(await lastTold<Task>(tx, 'task', ids)).values()].filter(
    ({ state }) => state.title !== '',
  );
  const [makers, completions] = [await makersOf(tx, ids), await lastCompletions(tx, ids)];
  const makerOf = (id: string) => makers.get(id) ?? stored.get(id)?.createdBy ?? beforeAll;
  const recorded = told.map(({ id, isDeleted, state }) => {
    const completion = state.status === 'completed' ? completions.get(id) : undefined;
    const { due, dueAt } = completion ?? state;
    return {
      ...{ id, projectId: state.projectId, version: state.version, status: state.status, due },
      ...{ createdBy: makerOf(id), createdAt: new Date(state.createdAt) },
      deletedAt: isDeleted ? new Date(state.updatedAt) : null,
      completedAt: state.completedAt === null ? null : new Date(state.completedAt),
      completedBy: completion?.userId ?? null,
      dueAt: dueAt === null ? null : new Date(dueAt),
    };
  });
  const zones = await zonesOf(tx, recorded);
  return recorded.map((one) => factsOf(one, zones));
}

async function makersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; createdBy: string }[]>`
    select id, created_by from tasks where id = any (${idsOf(tx, ids)}::text[]::uuid[])
  `;
  return new Map(rows.map((row) => [row.id, row.createdBy]));
}

type Completion = { id: string; userId: string; due: Due | null; dueAt: string | null };

async function lastCompletions(tx: Tx, ids: readonly string[]): Promise<Map<string, Completion>> {
  const rows = await tx<Completion[]>`
    select distinct on (subject) subject as id, user_id, data -> 'task' -> 'due' as due, data -> 'task' ->> 'dueAt' as due_at
    from events
    where subject = any (${idsOf(tx, ids)}::text[]) and type = 'dev.zerodo.task.completed.v1'
    order by subject, sequence desc
  `;
  return new Map(rows.map((row) => [row.id, row]));
}

async function storedFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, Facts>> {
  const rows = await tx<
    Facts[]
  >`select * from task_stats where task_id = any (${idsOf(tx, ids)}::text[]::uuid[])`;
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** Erasing a person leaves no preferences, which everybody else has. */
async function knownPeople(tx: Tx, facts: readonly Facts[]): Promise<Set<string>> {
  const named = new Set(facts.flatMap(({ createdBy, completedBy }) => [createdBy, completedBy]));
  const rows = await tx<{ userId: string }[]>`
    select user_id from preferences where user_id = any (${idsOf(
      tx,
      [...named].filter((id) => id !== null),
    )}::text[]::uuid[])
  `;
  return new Set(rows.map(({ userId }) => userId));
}

function difference(facts: Facts, stored: Facts | undefined, people: ReadonlySet<string>): string | null {
  if (!stored) return 'the log tells of it, it is not counted';
  if (stored.version < facts.version) return `version ${facts.version} is not counted yet`;
  const fields = differing(facts, stored);
  return fields.length > 0 && !same(withoutStrangers(facts, people), stored)
    ? `another ${fields.join(', ')}`
    : null;
}

/** What a person did in a project of others is nobody's once that person is erased. */
const withoutStrangers = (facts: Facts, people: ReadonlySet<string>): Facts => ({
  ...facts,
  ...(facts.createdBy && !people.has(facts.createdBy) && { createdBy: null, createdOn: null }),
  ...(facts.completedBy &&
    !people.has(facts.completedBy) && { completedBy: null, completedOn: null, onTime: null }),
});
