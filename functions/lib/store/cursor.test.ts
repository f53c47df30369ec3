import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromCursor, toCursor } from './cursor.ts';

const byInstant = { list: 'tasks by due', type: 'timestamptz' } as const;
const byNumber = { list: 'tasks by position', type: 'double precision' } as const;
const byPlace = { list: 'history', type: 'bigint' } as const;
const id = randomUUID();

describe('a cursor', () => {
  it.each([
    [byInstant, '2026-11-21T12:00:00.123456+00'],
    [byInstant, '2026-11-21T12:00:00.123Z'],
    [byInstant, '1900-01-01T00:53:28+00:53:28'],
    [byInstant, 'infinity'],
    [byInstant, '-infinity'],
    [byNumber, -1.5e300],
    [byPlace, 7],
  ])('of %j says that a page ended at %j', (order, value) => {
    expect(fromCursor(order, toCursor(order, value, id))).toEqual([value, id]);
  });

  it.each<[typeof byInstant | typeof byNumber | typeof byPlace, unknown, string?]>([
    [byInstant, '2026-02-30T00:00:00Z'],
    [byInstant, '2026-11-21T25:00:00Z'],
    [byInstant, '0000-01-01T00:00:00Z'],
    [byInstant, '2026-11-21T12:00:00+99'],
    [byInstant, 7],
    [byNumber, '7'],
    [byNumber, null],
    [byPlace, 1.5],
    [byPlace, 2 ** 60],
    [byPlace, 7, '-'.repeat(36)],
  ])('of %j with what the database could not read is refused: %j %s', (order, value, last = id) => {
    const forged = toCursor(order, value as string, last);

    expect(() => fromCursor(order, forged)).toThrowError(
      expect.objectContaining({ code: 'invalid-request' }),
    );
  });

  it('is refused by every other list', () => {
    expect(() =>
      fromCursor({ ...byInstant, list: 'notifications' }, toCursor(byInstant, 'infinity', id)),
    ).toThrow('start without it');
  });
});
