import { randomUUID } from 'node:crypto';
import { breakerRules } from '@zerodo/domain/circuit-breaker';
import { breakersOf } from '@zerodo/store/circuit-breakers';
import { transaction } from '@zerodo/store/transaction';
import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { admit, leftAlone, report } from './breaker.ts';

describe('a circuit breaker, shared through Postgres', () => {
  const database = testDatabase();
  const start = Date.parse('2026-11-21T12:00:00Z');
  const at = (seconds: number) => new Date(start + seconds * 1000);
  const as = { worker: 'test' };
  const trouble = { outcome: 'again', reason: 'does not answer' } as const;

  const passes = (target: string, now: Date) =>
    transaction(database.worker(), as, (tx) => admit(tx, target, now)).then((until) =>
      until ? leftAlone(until, now).retryAfter : true,
    );
  const reports = (target: string, now: Date, attempt: Parameters<typeof report>[2]) =>
    transaction(database.worker(), as, (tx) => report(tx, target, attempt, now));
  const stateOf = (target: string) =>
    transaction(database.app(), { user: randomUUID() }, (tx) => breakersOf(tx, [target]));

  async function opened(): Promise<string> {
    const target = `push:${randomUUID()}`;
    for (let failure = 0; failure < breakerRules.failuresToOpen; failure++) {
      expect(await passes(target, at(0))).toBe(true);
      await reports(target, at(0), trouble);
    }
    return target;
  }

  it('opens after five failures in a row and answers at once with the seconds to wait', async () => {
    const target = await opened();

    expect(await passes(target, at(10))).toBe(20);
    expect(await stateOf(target)).toMatchObject([
      { state: 'open', failures: 5, openedAt: at(0), lastError: 'does not answer' },
    ]);
  });

  it('lets one probe at a time pass after its pause', async () => {
    const target = await opened();

    const answers = await Promise.all([1, 2, 3].map(() => passes(target, at(30))));

    expect(answers.filter((answer) => answer === true)).toHaveLength(1);
    expect(await stateOf(target)).toMatchObject([{ state: 'half-open' }]);
  });

  it('closes when the probe arrives, or is refused for good by somebody who is there', async () => {
    const target = await opened();
    await passes(target, at(30));

    await reports(target, at(31), { outcome: 'failed', reason: 'refused' });

    expect(await stateOf(target)).toMatchObject([{ state: 'closed', failures: 0, lastError: null }]);
    expect(await passes(target, at(31))).toBe(true);
  });

  it('stays open twice as long when the probe fails, and sends another when one is lost', async () => {
    const failed = await opened();
    await passes(failed, at(30));
    await reports(failed, at(31), trouble);
    expect(await passes(failed, at(90))).toBe(1);
    expect(await passes(failed, at(91))).toBe(true);

    const lost = await opened();
    await passes(lost, at(30));
    expect(await passes(lost, at(89))).toBe(1);
    expect(await passes(lost, at(90))).toBe(true);
  });

  it('forgets failures that were not in a row', async () => {
    const target = `push:${randomUUID()}`;
    for (let round = 0; round < 9; round++) {
      await reports(target, at(round), round % 4 === 3 ? { outcome: 'done' } : trouble);
    }
    expect(await passes(target, at(9))).toBe(true);
  });

  it("keeps the state of other people's webhooks from people", async () => {
    const target = `webhook:${randomUUID()}`;
    await reports(target, at(0), trouble);
    expect(await stateOf(target)).toHaveLength(0);
  });
});
