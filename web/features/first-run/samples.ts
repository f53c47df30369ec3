import type { ArrivalWords } from '../arrival/use-arrival-words.ts';

/** The time in the ids, the same for everybody and in order; the API takes UUIDs of version 7 (RFC 9562, 5.7). */
const moments = ['01988a3e-0001-7', '01988a3e-0002-7', '01988a3e-0003-7'];

/**
 * Ids whose random part is the person's own, so that two tabs make the same tasks and what was deleted is not made
 * again.
 */
export const sampleIds = (personId: string): string[] =>
  moments.map((moment) => moment + personId.toLowerCase().slice(moment.length));

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
