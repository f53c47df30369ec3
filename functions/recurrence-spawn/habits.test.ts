import { successorId } from '@zerodo/domain/ids';
import { testDatabase } from '@zerodo/testing/database';
import { testPeople } from '@zerodo/testing/people';
import { testSeries } from '@zerodo/testing/series';
import { describe, expect, it } from 'vitest';

describe('an occurrence reminds', () => {
  const now = () => new Date('2026-11-25T09:15:00Z');
  const database = testDatabase();
  const people = testPeople(database, now);
  const on = testSeries(database, now);

  it('whoever made its series, outside of the quiet hours of that person, whoever completes', async () => {
    const [ada, bob] = [people.person(), people.person()];
    const task = await people.creates(ada, {
      ...{ title: 'Water', due: { date: '2026-11-25', time: '09:00', timezone: 'Europe/Berlin' } },
      ...{ reminders: [{ type: 'before', minutes: 30 }], recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'] } },
    });
    const settings = { quietHours: { from: '21:00', to: '08:45' } };
    await database.owner()`insert into project_members values (${task.projectId}, ${bob}, 'editor')`;
    await database.owner()`
      update preferences set timezone = 'Europe/Berlin', settings = ${database.owner().json(settings)}
      where user_id = ${ada}
    `;

    await on.done(bob, task.id);

    expect(
      await database.owner()`select user_id, fire_at from reminders where task_id = ${successorId(task.id)}`,
    ).toEqual([{ userId: ada, fireAt: new Date('2026-11-28T07:45:00Z') }]);
  });

  it('nobody of what a stranger prefers', async () => {
    const [ada, eve] = [people.person(), people.person()];
    await people.creates(ada, { title: 'Water' });
    const habits = (user: string) =>
      database.app().begin(async (tx) => {
        await tx`select set_config('zerodo.user_id', ${user}, true)`;
        return (await tx`select habits_of(${ada}) as habits`)[0]!.habits;
      });

    expect(await habits(ada)).toEqual({ timezone: 'UTC', quietHours: null });
    expect(await habits(eve)).toBeNull();
  });
});
