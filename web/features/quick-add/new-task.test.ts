import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import { describe, expect, it } from 'vitest';
import { masked } from './ignored.ts';
import { creation } from './new-task.ts';

const parsed = (over: Partial<QuickAdd>): QuickAdd => ({
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
  ...over,
});
const here = { id: 'new', zone: 'Europe/Berlin' };

describe('what is sent for a line of words', () => {
  it('is the line itself, so that the server reads what was typed', () => {
    expect(creation('Call Ana tom', [], undefined, here)).toEqual({
      id: 'new',
      quickAdd: 'Call Ana tom',
      timezone: 'Europe/Berlin',
    });
  });

  it('is what the rest means, where words are to stay words', () => {
    const text = 'Watch Every Day tom 20:00';
    const ignored = [{ start: 6, end: 15 }];
    const title = masked(text, ignored).text.slice(0, 15);

    expect(
      creation(text, ignored, parsed({ title, due: { date: '2026-11-22', time: '20:00' } }), here),
    ).toEqual({
      id: 'new',
      timezone: 'Europe/Berlin',
      title: 'Watch Every Day',
      priority: 4,
      labels: [],
      due: { date: '2026-11-22', time: '20:00' },
    });
  });
});
