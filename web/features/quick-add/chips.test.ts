import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import { describe, expect, it } from 'vitest';
import { english } from '../../words/english/english.ts';
import { chipsOf } from './chips.ts';

const nothing: QuickAdd = {
  title: '',
  due: null,
  rrules: [],
  recurrenceMode: null,
  reminders: [],
  priority: 4,
  labels: [],
  project: null,
  section: null,
  assignee: null,
  deadline: null,
  durationMinutes: null,
  spans: [],
};

/** Says of each word where it stands. */
const understood = (text: string, kinds: Record<string, string>, over: Partial<QuickAdd> = {}) =>
  chipsOf(
    text,
    {
      ...nothing,
      ...over,
      spans: Object.entries(kinds).map(([words, kind]) => ({
        start: text.indexOf(words),
        end: text.indexOf(words) + words.length,
        kind,
      })),
    },
    '2026-11-21',
    english,
  ).map(({ kind, label, range }) => [kind, label, range && text.slice(range.start, range.end)]);

describe('what was understood', () => {
  it('is said in the order of the words and by its meaning', () => {
    expect(
      understood(
        'Stand-up tom p1 @work !15 min before',
        { '@work': 'label', tom: 'due', p1: 'priority', '!15 min before': 'reminder' },
        {
          due: { date: '2026-11-22', time: null },
          priority: 1,
          reminders: [{ type: 'before', minutes: 15 }],
        },
      ),
    ).toEqual([
      ['date', 'Tomorrow', 'tom'],
      ['priority', 'Priority 1', 'p1'],
      ['label', 'work', '@work'],
      ['reminder', '15 minutes before', '!15 min before'],
    ]);
  });

  it('makes one chip of a day and its time', () => {
    expect(
      understood(
        'Dentist tom 16:00',
        { tom: 'date', '16:00': 'time' },
        { due: { date: '2026-11-22', time: '16:00' } },
      ),
    ).toEqual([['date', 'Tomorrow 16:00', 'tom 16:00']]);
  });

  it('says from when a rule goes, where only the rule was said', () => {
    expect(
      understood(
        'Water the plants every 3 days',
        { 'every 3 days': 'recurrence' },
        { due: { date: '2026-11-21', time: '09:00' }, rrules: ['FREQ=DAILY;INTERVAL=3'] },
      ),
    ).toEqual([
      ['repeat', 'Every 3 days', 'every 3 days'],
      ['date', 'From today 09:00', null],
    ]);
  });

  it('shows what it has no name for as it was written', () => {
    expect(understood('Run for 30 min', { 'for 30 min': 'duration' })).toEqual([
      ['other', 'For 30 min', 'for 30 min'],
    ]);
  });

  it('is nothing for plain words', () => {
    expect(understood('Buy milk', {})).toEqual([]);
  });
});
