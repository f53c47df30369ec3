import { randomUUID } from 'node:crypto';
import { importTasks } from '@zerodo/domain/import';
import { type TestDatabase, testDatabase } from '@zerodo/testing/database';
import { type Answered, testFunction } from '@zerodo/testing/functions';
import { expect } from 'vitest';
import taskQuery from '../task-query/handle.ts';
import taskImport from './handle.ts';

export const berlin = 'Europe/Berlin';

// biome-ignore lint/suspicious/noExplicitAny: a task as it came back
type Imported = { tasks: Map<string, any>; user: string };

export type TestImport = {
  database: TestDatabase;
  send: (user: string, data: object) => Promise<Answered>;
  /** What a new person has after importing a file, by title. */
  after: (content: string, data?: object) => Promise<Imported>;
  exported: (user: string, format: string) => Promise<string>;
};

/** Import and export at 10:15 in Berlin on Wednesday, 25 November 2026. */
export function testImport(): TestImport {
  const database = testDatabase();
  const now = () => new Date('2026-11-25T09:15:00Z');
  const importer = testFunction(taskImport, database, { now });
  const query = testFunction(taskQuery, database, { now });
  const send = (user: string, data: object) => importer.command(importTasks.type, data, user);
  return {
    database,
    send,
    async after(content, data = {}) {
      const user = randomUUID();
      const { status, json } = await send(user, { content, timezone: berlin, ...data });
      expect([status, json.skipped ?? json.errors]).toEqual([200, []]);
      const { items } = (await query.ask('list-tasks', { limit: 200 }, user)).json;
      return { user, tasks: new Map(items.map((task: { title: string }) => [task.title, task])) };
    },
    exported: async (user, format) => (await query.ask('export-tasks', { format }, user)).text,
  };
}
