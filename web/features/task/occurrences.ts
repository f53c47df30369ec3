import { queryOptions } from '@tanstack/react-query';
import type { RecurrencePreview } from '@zerodo/domain/preview-schemas';
import type { Task } from '@zerodo/domain/task';
import { call } from '../../lib/api.ts';

type Occurrence = { local: string; utc: string };
type Answer = { occurrences: Occurrence[]; text: string };

const shown = 5;

const questionsFor = ({ due, dueAt, recurrence }: Task): RecurrencePreview[] => {
  if (!due || !dueAt || !recurrence) return [];
  const { mode } = recurrence;
  const dtstart = due.time ? `${due.date}T${due.time}` : due.date;
  return recurrence.rrules.map((rrule) => ({
    rrule,
    dtstart,
    timezone: due.timezone,
    mode,
    floating: due.floating,
    allDay: due.time === null,
    // Counted from completion there is one answer only, and only for a completion: now.
    ...(mode === 'completion'
      ? { due: dtstart, completedAt: new Date().toISOString(), count: 1 }
      : { after: dueAt, count: shown }),
  }));
};

/** The occurrences after this one, of all its rules together, as local date-times. */
export const occurrencesAfter = (task: Task) =>
  queryOptions({
    queryKey: ['occurrences', task.id, task.due, task.recurrence] as const,
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        questionsFor(task).map((body) => call<Answer>('POST', '/recurrence/preview', { body, signal })),
      );
      const all = answers.flatMap(({ occurrences }) => occurrences);
      const once = new Map(all.map(({ local, utc }) => [utc, local.slice(0, 16)]));
      return [...once]
        .sort(([one], [other]) => one.localeCompare(other))
        .slice(0, shown)
        .map(([, local]) => local);
    },
    staleTime: 60_000,
  });
