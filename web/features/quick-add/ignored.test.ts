import { describe, expect, it } from 'vitest';
import { follow, masked } from './ignored.ts';

describe('words that stay words', () => {
  const text = 'Watch Every Day at 9am';
  const film = { start: 6, end: 15 };

  it('are read as letters that mean nothing, in the same place', () => {
    const { text: read } = masked(text, [film]);

    expect(read).toHaveLength(text.length);
    expect(read).not.toContain('Every');
    expect(read.slice(0, 6) + read.slice(15)).toBe('Watch  at 9am');
  });

  it('come back in the title', () => {
    const { text: read, restore } = masked(text, [film]);

    expect(restore(read.replace(' at 9am', ''))).toBe('Watch Every Day');
  });

  it('are told apart when there are several', () => {
    const { text: read, restore } = masked('tom p1 tom', [
      { start: 0, end: 3 },
      { start: 7, end: 10 },
    ]);

    expect(restore(read)).toBe('tom p1 tom');
    expect(restore(read.slice(7))).toBe('tom');
  });

  it('leave letters alone that somebody really typed', () => {
    const vai = '\ua500\ua500\ua500 tom';
    const { text: read, restore } = masked(vai, [{ start: 4, end: 7 }]);

    expect(restore(read)).toBe(vai);
  });
});

describe('an edit of the text', () => {
  const ranges = [{ start: 6, end: 9 }];

  it.each([
    ['after them leaves them', 'Call A tom', 'Call A tomx', [{ start: 7, end: 10 }], [{ start: 7, end: 10 }]],
    ['before them moves them', 'Call: tom', 'Call me: tom', ranges, [{ start: 9, end: 12 }]],
    ['that removes what is before moves them back', 'Call: tom', 'tom', ranges, [{ start: 0, end: 3 }]],
    ['inside them gives them up', 'Call: tom', 'Call: tm', ranges, []],
    ['of everything gives them up', 'Call: tom', '', ranges, []],
  ])('%s', (_, before, after, old, now) => {
    expect(follow(old, before, after)).toEqual(now);
  });
});
