import { randomUUID } from 'node:crypto';
import { checkImport } from '@zerodo/domain/import-checks';
import { planImport } from '@zerodo/domain/import-plan';
import { addManyTasks } from '@zerodo/store/import';
import { transaction } from '@zerodo/store/transaction';
import { it } from 'vitest';
import { readFile } from './read.ts';
import { testImport } from './testing.ts';

const rows = (n: number) =>
  'Title,Notes,Priority,Labels,Due date,Due time,Time zone,Reminders\n' +
  Array.from(
    { length: n },
    (_, i) =>
      `Task number ${i},"Some notes about it",2,"home, b${i % 30}",2026-12-${String(1 + (i % 28)).padStart(2, '0')},10:${String(i % 60).padStart(2, '0')},Europe/Berlin,"[{""type"":""before"",""minutes"":10}]"`,
  ).join('\n');
const t = testImport();
const clock = async (name: string, work: () => unknown) => {
  const b = performance.now();
  const r = await work();
  process.stdout.write(`${name} ${Math.round(performance.now() - b)}\n`);
  return r as any;
};
it('perf', async () => {
  for (const n of [1000, 10_000, 20_000]) {
    const content = rows(n);
    const s = { now: new Date('2026-11-25T09:15:00Z'), timezone: 'Europe/Berlin', project: undefined };
    if (process.env.STAGES) {
      const read = await clock('read', () => readFile(content, undefined, s));
      const { accepted } = await clock('check', () => checkImport(read));
      await clock('plan', () =>
        planImport(accepted, new Map([[1, { id: randomUUID(), made: null }]]), {
          userId: randomUUID(),
          timezone: 'Europe/Berlin',
          quietHours: null as never,
          now: s.now,
          newId: randomUUID,
        }),
      );
    }
    const user = randomUUID();
    const { status } = await clock(`import ${n}`, () => t.send(user, { content, timezone: 'Europe/Berlin' }));
    if (status !== 200) throw new Error(String(status));
    for (const f of ['json', 'csv', 'ics']) await clock(`export ${f}`, () => t.exported(user, f));
  }
}, 600_000);
