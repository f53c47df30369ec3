import type { Finding } from '../people/account.ts';
import { about, type Check } from './context.ts';

type Told = { causeId: string; source: string; subject: string; type: string; version: number | null };

/** What was acknowledged has happened once, and what was refused has not: by the events that name it as their cause. */
export const operations: Check = async ({ account, owner }) => {
  const rows = await owner<Told[]>`
    select cause_id, source, subject, type, (data -> 'task' ->> 'version')::int as version from events
  `;
  const byCause = Map.groupBy(rows, ({ causeId }) => causeId);
  const lost: string[] = [];
  const doubled: string[] = [];
  const undone: string[] = [];
  for (const { key, what, status, task } of account.operations) {
    const told = byCause.get(key) ?? [];
    if (status >= 300) {
      if (told.length > 0) undone.push(`${what} ${key}`);
      continue;
    }
    const once = new Set(told.map(({ type, subject }) => `${type} ${subject}`));
    if (once.size < told.length) doubled.push(`${what} ${key}`);
    const tells = told.some(
      ({ subject, version }) => !task || (subject === task.id && version === task.version),
    );
    if (!tells) lost.push(`${what} ${key}`);
  }
  return [
    ...about('lost', 'acknowledged, and no event says so', lost),
    ...about('doubled', 'done twice', doubled),
    ...about('wrong', 'refused, and done all the same', undone),
    ...sameVersion(account.operations),
  ];
};

/** Two people who were told that they made the same version: one of the two changes is gone. */
function sameVersion(
  operations: readonly { key: string; status: number; task: { id: string; version: number } | null }[],
): Finding[] {
  const made = operations.filter(({ status, task }) => status < 300 && task);
  const versions = Map.groupBy(made, ({ task }) => `${task!.id} version ${task!.version}`);
  const shared = [...versions].filter(([, all]) => all.length > 1).map(([version]) => version);
  return about('lost', 'two changes made the same version', shared);
}
