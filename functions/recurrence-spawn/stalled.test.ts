import { successorId } from '@zerodo/domain/ids';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';

describe('a series that nothing has followed up', () => {
  const { aSeries, clock, database, on } = seriesScene();
  const elevenMinutesLater = () => {
    clock.now = new Date(clock.now.getTime() + 11 * 60_000);
  };

  it('goes on by itself after a while, once', async () => {
    const { user, first } = await aSeries({ rrules: ['FREQ=DAILY;INTERVAL=3'] });
    await on.complete(user, first);
    const owner = database.owner();
    const [member] = await owner`
      delete from project_members where user_id = ${user} returning project_id, user_id, role
    `;
    expect((await on.deliver(first)).status).toBe(204);
    await owner`insert into project_members ${owner(member!)}`;
    expect((await on.tick()).status).toBe(204);
    expect(await on.open(user)).toEqual([]);

    elevenMinutesLater();
    for (let times = 0; times < 2; times++) expect((await on.tick()).status).toBe(204);

    expect(await on.open(user)).toMatchObject([{ id: successorId(first), dueDate: '2026-11-26' }]);
  });

  it('is left alone where somebody has deleted what followed', async () => {
    const { user, first } = await aSeries({ rrules: ['FREQ=DAILY;COUNT=2'] });
    await on.done(user, first);
    await on.deleteTask(user, successorId(first));

    elevenMinutesLater();
    await on.tick();

    expect(await on.open(user)).toEqual([]);
  });
});
