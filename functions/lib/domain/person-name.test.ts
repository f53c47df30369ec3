import { describe, expect, it } from 'vitest';
import { personName } from './person-name.ts';

describe('the name of a person', () => {
  it.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['  Ada \t\r\n Lovelace ', 'Ada Lovelace'],
    ['José', 'José'.normalize('NFC')],
    ['أحمد', 'أحمد'],
    ['נועה', 'נועה'],
    ['李小龍', '李小龍'],
    ['👩‍👩‍👧 Müller', '👩‍👩‍👧 Müller'],
    ['می‌خواهم', 'می‌خواهم'],
    ['O’Brien-Smith, Jr.', 'O’Brien-Smith, Jr.'],
  ])('stays as it is: %s', (written, name) => {
    expect(personName(written)).toBe(name);
  });

  it.each([
    ['what turns the words after it', 'Ada\u202e gnp.exe', 'Ada gnp.exe'],
    ['isolates that do not end', '\u2066Ada\u2069\u2067', 'Ada'],
    ['marks of direction', '\u200fAda\u200e\u061c', 'Ada'],
    ['spaces without width', 'A\u200bd\ufeffa\u2060', 'Ada'],
    ['fillers that look like nothing', '\u3164Ada\u115f', 'Ada'],
    ['tags', 'Ada\u{e0041}\u{e007f}', 'Ada'],
    ['soft hyphens', 'A\u00adda', 'Ada'],
    ['a header', 'Ada\r\nBcc: all@example.test', 'Ada Bcc: all@example.test'],
    ['NUL and escapes', 'A\0d\u001b[31ma', 'A d [31ma'],
    ['half of a character', 'Ada\ud800', 'Ada\ufffd'],
    ['a tower of accents', `Z${'\u0301\u0302\u0303'.repeat(50)}`, 'Z\u0301\u0302\u0303\u0301'],
  ])('loses %s', (_, written, name) => {
    expect(personName(written)).toBe(name.normalize('NFC'));
  });

  it('has a hundred characters at most, and is not cut within one', () => {
    expect([...personName('😀'.repeat(200))]).toHaveLength(100);
    expect(personName('😀'.repeat(200)).isWellFormed()).toBe(true);
  });

  it('is nothing where nothing of it can be seen', () => {
    for (const written of ['', ' \n', '\u200b\u202e\u2066', '\ufeff']) expect(personName(written)).toBe('');
  });

  it('may look like another, and is not the same', () => {
    const [latin, cyrillic] = ['Ada', '\u0410da'];

    expect(personName(cyrillic)).toBe(cyrillic);
    expect(personName(cyrillic)).not.toBe(personName(latin));
  });
});
