import { nextDigestAt } from '@zerodo/domain/digest';
import { describe, expect, it } from 'vitest';
import { testScene } from '../notification-send/test-scene.ts';

describe('digest-send', () => {
  const scene = testScene();

  /** Somebody whose digest is due now. */
  async function reader(over: object = {}) {
    const digestAt = scene.inMs(-60_000).slice(11, 16);
    const person = await scene.person({ digestAt }, over);
    await scene.sql()`
      update preferences set digest_next_at = ${scene.now()} where user_id = ${person.userId}
    `;
    return person;
  }
  const dueOn = (days: number) => ({
    date: scene.inMs(days * 86_400_000).slice(0, 10),
    timezone: 'UTC',
  });
  const add = (userId: string, title: string, days: number) =>
    scene.creates(userId, { title, due: dueOn(days), reminders: [] });

  it('mails what is overdue, due today and due tomorrow, once a day', async () => {
    const { userId, email } = await reader();
    await add(userId, 'Taxes', -3);
    await add(userId, 'Milk', 0);
    await add(userId, 'Dentist', 1);
    await add(userId, 'Holiday', 2);

    await Promise.all([scene.digesting.tick(), scene.digesting.tick()]);
    await scene.deliver();
    await scene.digesting.tick();
    await scene.deliver();

    const mails = scene.smtp.mailTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe('Your day');
    expect(mails[0]!.text).toMatch(/Overdue:\n- Taxes.*\n\nToday:\n- Milk.*\n\nTomorrow:\n- Dentist/s);
    expect(mails[0]!.text).not.toContain('Holiday');
    const [row] = await scene.sql()`select digest_next_at from preferences where user_id = ${userId}`;
    expect(row!.digestNextAt.getTime()).toBeGreaterThan(scene.now().getTime() + 20 * 3_600_000);
  });

  it('comes once a day also to somebody who travels back over the hour of it', async () => {
    const { userId, email } = await reader();
    await add(userId, 'Milk', 0);
    await scene.digesting.tick();
    // The same hour of the same day comes again where the person is now.
    await scene.sql()`update preferences set digest_next_at = ${scene.now()} where user_id = ${userId}`;
    await scene.digesting.tick();
    await scene.deliver();

    expect(scene.smtp.mailTo(email)).toHaveLength(1);
  });

  it('has nothing to say to somebody with nothing to do, or without a confirmed address', async () => {
    const idle = await reader();
    const unknown = await reader({ emailVerified: false });
    await add(unknown.userId, 'Milk', 0);

    await scene.digesting.tick();
    await scene.deliver();

    expect(scene.smtp.mailTo(idle.email)).toHaveLength(0);
    expect(scene.smtp.mailTo(unknown.email)).toHaveLength(0);
    expect(await scene.ledgerOf(idle.userId)).toHaveLength(0);
  });

  it('comes at its time on the local clock, also over a change of the clocks', () => {
    const next = (time: string, now: string) =>
      nextDigestAt(time, 'Europe/Berlin', new Date(now))?.toISOString();

    expect(next('07:00', '2027-03-27T06:00:00Z')).toBe('2027-03-28T05:00:00.000Z');
    expect(next('02:30', '2027-03-27T20:00:00Z')).toBe('2027-03-28T01:30:00.000Z');
    // The hour comes twice: once is enough.
    expect(next('02:30', '2027-10-30T23:00:00Z')).toBe('2027-10-31T00:30:00.000Z');
    expect(next('02:30', '2027-10-31T00:30:00Z')).toBe('2027-11-01T01:30:00.000Z');
    expect(nextDigestAt(null, 'UTC', new Date())).toBeNull();
  });
});
