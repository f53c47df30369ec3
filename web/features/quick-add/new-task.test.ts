import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import { describe, expect, it } from 'vitest';
import { defaultsAt } from './defaults.ts';
import { masked } from './ignored.ts';
import { creation, expected, type Line } from './new-task.ts';

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
const projectNamed = (name: string) => (name === 'Work' ? 'work-id' : undefined);
const here = { id: 'new', zone: 'Europe/Berlin', projectNamed };
const line = (text: string, over: Partial<Line> = {}): Line => ({ text, ignored: [], defaults: {}, ...over });

describe('what is sent for a line of words', () => {
  it('is the line itself, so that the server reads what was typed', () => {
    expect(creation(line('Call Ana tom'), undefined, here)).toEqual({
      id: 'new',
      quickAdd: 'Call Ana tom',
      timezone: 'Europe/Berlin',
    });
  });

  it('is what the rest means, where words are to stay words', () => {
    const text = 'Watch Every Day tom 20:00';
    const ignored = [{ start: 6, end: 15 }];
    const title = masked(text, ignored).text.slice(0, 15);
    const due = { date: '2026-11-22', time: '20:00' };

    expect(creation(line(text, { ignored }), parsed({ title, due }), here)).toMatchObject({
      title: 'Watch Every Day',
      due,
    });
  });

  it('has what the place adds, unless the words say otherwise', () => {
    const today = line('Milk', { defaults: defaultsAt({ view: 'today' }, '2026-11-21') });
    expect(creation(today, parsed({ title: 'Milk' }), here)).toMatchObject({ due: { date: '2026-11-21' } });

    const due = { date: '2026-11-24', time: null };
    expect(creation(today, parsed({ title: 'Milk', due }), here)).toMatchObject({ due });

    const label = line('Milk', { defaults: defaultsAt({ view: 'label', name: 'shop' }, '2026-11-21') });
    expect(creation(label, parsed({ title: 'Milk', labels: ['home'] }), here)).toMatchObject({
      labels: ['home', 'shop'],
    });
    expect(creation(label, parsed({ title: 'Milk', labels: ['shop'] }), here)).toMatchObject({
      labels: ['shop'],
    });
  });

  it('goes to the project that the words name, else to that of the page', () => {
    const defaults = { projectId: 'page-id', section: 'Later' };
    expect(creation(line('Milk', { defaults }), parsed({ title: 'Milk' }), here)).toMatchObject({
      projectId: 'page-id',
      section: 'Later',
    });
    expect(creation(line('Milk #Work', { defaults }), parsed({ project: 'Work' }), here)).toMatchObject({
      projectId: 'work-id',
      section: null,
    });
    // Only the server may know this one.
    expect(creation(line('Milk #Else', { defaults }), parsed({ project: 'Else' }), here)).toMatchObject({
      quickAdd: 'Milk #Else',
    });
    expect(creation(line('Milk', { defaults: { projectId: 'page-id' } }), undefined, here)).toMatchObject({
      quickAdd: 'Milk',
      projectId: 'page-id',
    });
  });
});

it('shows the new task at once where it belongs', () => {
  const viewer = { now: Date.parse('2026-11-21T12:00:00Z'), zone: 'Europe/Berlin' };
  const at = { id: 'new', viewer, inbox: 'inbox-id', projectNamed };

  expect(expected(line('Milk', { defaults: { due: '2026-11-21' } }), undefined, at)).toMatchObject({
    title: 'Milk',
    projectId: 'inbox-id',
    due: { date: '2026-11-21', time: null },
  });
  expect(expected(line('Milk #Work'), parsed({ title: 'Milk', project: 'Work' }), at)).toMatchObject({
    projectId: 'work-id',
  });
});
