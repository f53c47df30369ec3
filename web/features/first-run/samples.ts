import type { ArrivalWords } from '../arrival/use-arrival-words.ts';

/** The time in the ids, always the same; the API takes UUIDs of version 7 (RFC 9562, 5.7). */
const moment = '01988a3e-0000-7';

/**
 * Ids whose random part follows from the person's own, so that two tabs make the same tasks and what was
 * deleted is not made again.
 */
export const sampleIds = (personId: string): string[] =>
  [1, 2, 3].map((nth) => {
    const own = personId.toLowerCase();
    const last = (Number.parseInt(own.slice(-1), 16) + nth) % 16;
    return `${moment}${own.slice(moment.length, -1)}${last.toString(16)}`;
  });

type At = { personId: string; today: string; zone: string };

/** Three tasks that say what to try; the first one repeats. None of them reminds anybody of anything. */
export const samplesFor = ({ samples }: ArrivalWords, { personId, today, zone }: At) =>
  sampleIds(personId).map((id, at) => ({
    id,
    title: samples[at]?.title ?? '',
    notes: samples[at]?.notes.join('\n\n') ?? '',
    due: { date: today },
    timezone: zone,
    reminders: [],
    ...(at === 0 && { recurrence: { rrules: ['FREQ=DAILY'], mode: 'schedule' } }),
  }));
