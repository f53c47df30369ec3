import { describe, expect, it } from 'vitest';
import { Backlog } from './backlog.ts';
import type { Nudge } from './nudge.ts';

const minute = 60_000;
const aNudge = (id: string, at: number): Nudge => ({ id, at, userId: 'ada', frame: Buffer.from(id) });
const filled = (...nudges: [id: string, at: number][]): Backlog => {
  const backlog = new Backlog('start');
  for (const [id, at] of nudges) backlog.add(aNudge(id, at));
  return backlog;
};
const idsAfter = (backlog: Backlog, id: string) => backlog.after(id)?.map((nudge) => nudge.id);

describe('Backlog', () => {
  it('knows what came after an event', () => {
    const backlog = filled(['a', 1], ['b', 2], ['c', 3]);

    expect(idsAfter(backlog, 'a')).toEqual(['b', 'c']);
    expect(idsAfter(backlog, 'c')).toEqual([]);
  });

  it('knows everything since its beginning', () => {
    expect(idsAfter(filled(), 'start')).toEqual([]);
    expect(idsAfter(filled(['a', 1]), 'start')).toEqual(['a']);
  });

  it('does not know what was before it or elsewhere', () => {
    expect(idsAfter(filled(['a', 1]), 'stranger')).toBeUndefined();
  });

  it('lets go after ten minutes, and still knows where that was', () => {
    const backlog = filled(['a', 0], ['b', minute], ['c', 10.5 * minute], ['d', 12 * minute]);

    expect(idsAfter(backlog, 'a')).toBeUndefined();
    expect(idsAfter(backlog, 'b')).toEqual(['c', 'd']);
  });

  it('names the last event, or the beginning, for who has heard everything', () => {
    expect([filled().last, filled(['a', 1]).last]).toEqual(['start', 'a']);
  });

  it('lets the oldest go when too much happens', () => {
    const backlog = new Backlog('start');
    for (let count = 0; count <= 20_000; count++) backlog.add(aNudge(String(count), 1));

    expect(backlog.after('start')).toBeUndefined();
    expect(backlog.after('1999')).toHaveLength(18_001);
  });

  it('forgets everything when it may have missed something', () => {
    const backlog = filled(['a', 1]);
    backlog.restart('again');

    expect([idsAfter(backlog, 'a'), idsAfter(backlog, 'again')]).toEqual([undefined, []]);
  });
});
