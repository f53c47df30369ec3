import { beforeEach } from 'vitest';
import { testDatabase } from './database.ts';
import { testPeople } from './people.ts';
import { testSeries } from './series.ts';

/**
 * A Monday morning in Berlin, with people who have series. `clock.now` goes where a test puts it and is back for the next.
 */
export function seriesScene() {
  const morning = new Date('2026-11-23T07:15:00Z');
  const clock = { now: morning };
  const database = testDatabase();
  const people = testPeople(database, () => clock.now);
  const on = testSeries(database, () => clock.now);
  beforeEach(() => {
    clock.now = morning;
  });

  /** The Monday at nine. */
  const due = { date: '2026-11-23', time: '09:00', timezone: 'Europe/Berlin' };

  return {
    clock,
    database,
    people,
    on,
    due,
    /** Somebody's new series, `first` its open occurrence. */
    aSeries: async (recurrence: object, over: object = {}) => {
      const user = people.person();
      const { status, json } = await on.create(user, {
        ...{ title: 'Run', due, reminders: [], recurrence },
        ...over,
      });
      if (status !== 201) throw new Error(JSON.stringify(json));
      return { user, id: json.id as string, first: json.openTaskId as string };
    },
    /** Completes the open occurrence at its time; answers with the one that followed. */
    onward: async (user: string) => {
      const [open] = await on.open(user);
      clock.now = open!.dueAt;
      await on.done(user, open!.id);
      return (await on.open(user))[0];
    },
  };
}
