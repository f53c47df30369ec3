import { queryOptions } from '@tanstack/react-query';
import type { Due } from '@zerodo/domain/due';
import type { RecurrencePreview } from '@zerodo/domain/preview-schemas';
import { call } from '../../lib/api.ts';
import { instantNow } from '../../lib/clock.ts';

type Occurrence = { local: string; utc: string };
type Answer = { occurrences: Occurrence[]; text: string };

/** A rule as it would be, begun at `due`. */
export type Asked = {
  rrules: readonly string[];
  mode: 'schedule' | 'completion';
  due: Due;
  /** Only what comes after this instant (ISO 8601). */
  after?: string | undefined;
  language: 'en' | 'de';
};

/** How many dates a person wants to see to believe a rule. */
const shown = 5;

function questionsOf({ rrules, mode, due, after, language }: Asked, now: string): RecurrencePreview[] {
  const dtstart = due.time ? `${due.date}T${due.time}` : due.date;
  return rrules.map((rrule) => ({
    rrule,
    dtstart,
    timezone: due.timezone,
    mode,
    floating: due.floating,
    allDay: due.time === null,
    locale: language,
    // Counted from completion there is one answer only, and only for a completion: now.
    ...(mode === 'completion'
      ? { due: dtstart, completedAt: now, count: 1 }
      : { ...(after && { after }), count: shown }),
  }));
}

/** What a rule says in plain words, and the next dates (local date-times) of all its parts together. */
export const previewOf = (asked: Asked) =>
  queryOptions({
    queryKey: ['rule', asked] as const,
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        questionsOf(asked, instantNow()).map((body) =>
          call<Answer>('POST', '/recurrence/preview', { body, signal }),
        ),
      );
      const all = answers.flatMap(({ occurrences }) => occurrences);
      const once = new Map(all.map(({ local, utc }) => [utc, local.slice(0, 16)]));
      return {
        text: answers.map(({ text }) => text).join('; '),
        dates: [...once]
          .sort(([one], [other]) => one.localeCompare(other))
          .slice(0, shown)
          .map(([, local]) => local),
      };
    },
    staleTime: 60_000,
    retry: false,
  });
