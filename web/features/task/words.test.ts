import { describe, expect, it } from 'vitest';
import { english } from '../../words/english/english.ts';
import { task } from '../../words/english/task.ts';
import { task as inGerman } from '../../words/german/task.ts';
import { aTask } from '../tasks/a-task.test-data.ts';
import { historyInWords } from './history-words.ts';
import { choicesFor } from './reminder-choices.ts';
import { reminderInWords } from './reminder-words.ts';
import { presetsFor } from './repeat-presets.ts';

describe('a reminder in words', () => {
  it.each([
    [{ type: 'before', minutes: 0 } as const, 'When it is due'],
    [{ type: 'before', minutes: 30 } as const, '30 minutes before'],
    [{ type: 'before', minutes: 90 } as const, '90 minutes before'],
    [{ type: 'before', minutes: 60 } as const, '1 hour before'],
    [{ type: 'before', minutes: 1440 } as const, '1 day before'],
    [{ type: 'before', days: 2, at: '18:00' } as const, '2 days before at 18:00'],
    [{ type: 'before', days: 0, at: '09:00:00' } as const, 'On the day at 09:00'],
    [{ type: 'at', local: '2026-11-22T08:00' } as const, 'Tomorrow 08:00'],
  ])('%o is %s', (reminder, words) => {
    expect(reminderInWords(reminder, '2026-11-21', english)).toBe(words);
  });
});

it('offers no reminder twice and none without a due date', () => {
  const due = { date: '2026-11-21', time: '09:00', timezone: 'UTC', floating: false };
  const planned = { state: 'planned', fireAt: null, sentAt: null } as const;
  const task = aTask({ due, reminders: [{ minutes: 30, type: 'before', ...planned }] });

  expect(choicesFor(aTask())).toEqual([]);
  expect(choicesFor(task)).not.toContainEqual({ type: 'before', minutes: 30 });
  expect(choicesFor(task)).toContainEqual({ type: 'before', minutes: 10 });
});

describe('the usual rules', () => {
  it('follow from the due date', () => {
    expect(presetsFor('2026-11-23', english, task).map(({ label }) => label)).toEqual([
      'Every day',
      'Every weekday (Mon to Fri)',
      'Every week on Monday',
      'Every 2 weeks on Monday',
      'Every month on the 23rd',
      'Every year',
    ]);
  });

  it('mean the last day where a month is shorter', () => {
    expect(presetsFor('2026-01-31', english, task)[4]?.rrule).toBe(
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    );
    expect(presetsFor('2026-01-28', english, task)[4]?.rrule).toBe('FREQ=MONTHLY;BYMONTHDAY=28');
  });
});

describe('the history', () => {
  it.each([
    ['created', ['id', 'title'], 'Created'],
    ['completed', ['status', 'completedAt'], 'Completed'],
    ['updated', ['title'], 'Changed title'],
    ['updated', ['due', 'dueAt', 'reminders'], 'Changed due date and reminders'],
    ['updated', ['version'], 'Changed'],
  ])('says of %s %o: %s', (verb, changed, words) => {
    expect(historyInWords({ type: `dev.zerodo.task.${verb}.v1`, changed }, task)).toBe(words);
  });

  it('joins what was changed as a language does', () => {
    const entry = { type: 'dev.zerodo.task.updated.v1', changed: ['title', 'labels', 'due'] };
    expect(historyInWords(entry, inGerman)).toBe('Geändert: Titel, Etiketten und Fälligkeit');
  });
});
