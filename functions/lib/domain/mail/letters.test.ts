import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarPart, folded } from './calendar-part.ts';
import { oneLine } from './letter.ts';
import { notificationLetter, spoken } from './notification-letter.ts';
import { stillHolds, type Undelivered } from './undelivered.ts';

const links = {
  publicUrl: 'https://todo.example.test',
  unsubscribeUrl: 'https://todo.example.test/u?token=a',
};
const at = new Date('2026-11-30T15:00:00Z');

const undelivered = (over: Partial<Undelivered> = {}, task: Partial<NonNullable<Undelivered['task']>> = {}) =>
  ({
    id: '0193f1d2-7b10-7d4c-9b22-3a7e4dae0002',
    kind: 'reminder',
    cause: `reminder x ${at.toISOString()}`,
    userId: '0193f1d2-5a00-7c3b-8a11-2f6d3c9e0001',
    actorName: null,
    fireAt: at,
    person: { name: 'Ada', locale: 'en', timezone: 'Europe/Berlin' },
    reminderAt: at,
    task: {
      id: '0193f1d2-7b10-7d4c-9b22-3a7e4dae0003',
      title: 'Water the plants',
      notes: '',
      status: 'open',
      gone: false,
      due: { date: '2026-11-30', time: '17:00', timezone: 'Europe/Berlin', floating: false },
      dueAt: new Date('2026-11-30T16:00:00Z'),
      seen: true,
      ...task,
    },
    ...over,
  }) satisfies Undelivered as Undelivered;

describe('what is sent', () => {
  it('says when it is due on the clock of whoever reads it, and that it is late', () => {
    expect(spoken(undelivered(), true)).toEqual({
      title: 'Reminder: Water the plants',
      body: 'Due Monday 30 November at 17:00 · This comes late: it was meant for Monday 30 November at 16:00.',
    });
    const abroad = { name: null, locale: 'de', timezone: 'America/New_York' };
    expect(spoken(undelivered({ person: abroad }), false).body).toBe('Fällig Montag, 30. November um 11:00');
  });

  it('holds no line break in a subject and no markup in HTML, whatever people write', () => {
    const tags = (html: string) => html.match(/<(?!br)[a-z]+/gi)!.length;
    const plain = notificationLetter(undelivered({}, { notes: 'x' }), false, links).html;
    void fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const task = { title, notes: `x${title}` };
        const { subject, html } = notificationLetter(undelivered({}, task), false, links);
        expect(subject).not.toMatch(/[\r\n\0]/);
        expect(tags(html)).toBe(tags(plain));
        const told = undelivered({ kind: 'task-completed', actorName: title }, task);
        const other = notificationLetter(told, false, links);
        expect(other.subject).not.toMatch(/[\r\n\0]/);
        expect(tags(other.html)).toBe(tags(plain));
      }),
      { examples: [['<script>alert(1)</script>'], ['a\r\nBcc: b'], ['"><img src=x>']] },
    );
  });

  it('cuts a line between characters', () => {
    expect(oneLine('ä'.repeat(200), 10)).toBe(`${'ä'.repeat(9)}…`);
  });

  it('folds calendar lines at 75 octets and never within a character', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const line = words.replace(/[\r\n]/g, ' ');
        const parts = folded(line).split('\r\n');
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(parts.map((part, place) => (place ? part.slice(1) : part)).join('')).toBe(line);
      }),
    );
  });

  it('carries a whole day as a date, and nothing for what is not due', () => {
    const due = { date: '2026-12-31', time: null, timezone: 'UTC', floating: false };
    const part = calendarPart(undelivered({}, { due, title: 'a; b, c\\d' }), at, links.publicUrl)!;
    expect(part).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(part).toContain('SUMMARY:a\\; b\\, c\\\\d\r\n');
    expect(calendarPart(undelivered({}, { due: null, dueAt: null }), at, links.publicUrl)).toBeNull();
  });

  it.each([
    ['done', {}, { status: 'completed' as const }],
    ['deleted', {}, { gone: true }],
    ['out of reach', {}, { seen: false }],
    ['moved', { reminderAt: new Date('2026-12-01T15:00:00Z') }, {}],
    ['without its reminder', { reminderAt: null }, {}],
    ['due at another time', { kind: 'overdue' as const, cause: 'overdue x' }, {}],
  ])('is nothing for a task that is %s by then', (_, over, task) => {
    expect(stillHolds(undelivered(over, task))).toBe(false);
    expect(stillHolds(undelivered())).toBe(true);
  });
});
