import type { QuickAdd } from './preview-schemas.ts';
import { Rejected } from './rejected.ts';

export function parseQuickAdd(text: string, _at: { now: Date; timezone: string }): QuickAdd {
  const title = text.replace(/\s+/g, ' ').trim();
  if (title === '') throw new Rejected('empty-title', 'A task needs a title: write what is to be done.');
  return {
    title,
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
}
