import { randomUUID } from 'node:crypto';
import { createTask } from '@zerodo/domain/commands';
import type { Task } from '@zerodo/domain/task';
import taskCreate from '../../task-create/handle.ts';
import type { TestDatabase } from './database.ts';
import { type TestFunction, testFunction } from './functions.ts';

export type TestPeople = {
  /** Creates a task as its person would, through the function that does it. */
  creates: (user: string, data: object) => Promise<Task>;
  person: () => string;
  function: TestFunction;
};

export function testPeople(database: TestDatabase, now?: () => Date): TestPeople {
  const served = testFunction(taskCreate, database, now ? { now } : {});
  return {
    function: served,
    person: () => randomUUID(),
    creates: async (user, data) => {
      const { status, json } = await served.command(createTask.type, data, user);
      if (status !== 201) throw new Error(`create answered ${status}: ${JSON.stringify(json)}`);
      return json as Task;
    },
  };
}
