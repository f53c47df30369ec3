import { describe, expect, it } from 'vitest';
import { growthOf } from './attacks.ts';
import { everyPattern } from './patterns.ts';
import { stepsOf } from './steps.ts';

/** More than a few looks at each character are for texts that cannot be long. */
const onShortTexts: Record<string, string> = {
  'functions/lib/domain/quick-add/markers.ts': 'a name has 100 characters at most',
  'functions/lib/domain/quick-add/title.ts': 'a line of words has 2,000 characters at most',
  'functions/task-import/icalendar.ts': 'the name of a zone is cut to 100 characters',
};

describe('patterns', () => {
  it('look at each character a few times, whatever somebody writes', { timeout: 120_000 }, async () => {
    const patterns = await everyPattern();
    const slow = patterns
      .map((pattern) => ({ ...pattern, ...growthOf(pattern) }))
      .filter(({ power, file }) => power > 2.2 || (power > 1.4 && !onShortTexts[file]))
      .map(({ file, source, power, text }) => `${file}: /${source}/ grows by ${power} with ${text}`);

    expect(patterns.length).toBeGreaterThan(150);
    expect(slow).toEqual([]);
  });

  it.each([
    ['(a+)+$', Number.POSITIVE_INFINITY],
    ['^(a|a)*b', Number.POSITIVE_INFINITY],
    ['^(\\w+\\s?)*$', Number.POSITIVE_INFINITY],
    ['^([a-z0-9]+)*@x$', Number.POSITIVE_INFINITY],
    ['\\s*\\n\\s*', 2],
    ['\\s+$', 2],
    ['^a*a*b', 2],
    ['^[a-z]+$', 1],
    ['^"(?:[^"\\\\]|\\\\.)*"$', 1],
    ['(?<!\\s)\\s+$', 1],
  ])('are seen through: /%s/ grows by about %d', (source, expected) => {
    const { power } = growthOf({ source, flags: '' });

    if (expected === Number.POSITIVE_INFINITY) expect(power).toBe(expected);
    else expect(Math.abs(power - expected)).toBeLessThan(0.4);
  });

  it.each([
    ['^(?<day>\\d\\d)\\.(?:\\k<day>|x{2,3}?)$', '12.12', true],
    ['(?<=a|b)c(?!d)', 'bce', true],
    ['(?<!a)c', 'ac', false],
    ['^[\\p{L}-]+\\b.$', 'äß-e!', true],
    ['^(a|ab)(c|bcd)$', 'abcd', true],
  ])('are matched as the engine does: /%s/ on %s', (source, text, matches) => {
    const regex = new RegExp(source, 'u');

    expect(regex.test(text)).toBe(matches);
    expect(stepsOf(regex, text, 1_000).matched).toBe(matches);
  });
});
