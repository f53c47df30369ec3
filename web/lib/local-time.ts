// Dates on the wall of the one who looks, as strings: they compare and need no library.
import type { Words } from '../words/words.ts';

/** `date` is YYYY-MM-DD, `time` HH:MM or null for a whole day. */
export type LocalMoment = { date: string; time: string | null };

/** Where and when the page is looked at: `now` in milliseconds, `zone` an IANA name. */
export type Viewer = { now: number; zone: string };

const clocks = new Map<string, Intl.DateTimeFormat>();

const clock = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
};

/** What calendar and clock show in `zone` at an instant (ISO 8601 or milliseconds). */
export function wallClock(instant: string | number, zone: string): { date: string; time: string } {
  const parts = Object.fromEntries(
    clock(zone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  };
}

const days = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Whole days from one date to another, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => days(to) - days(from);

export const addDays = (date: string, count: number): string =>
  new Date((days(date) + count) * 86_400_000).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The first day of the week that comes. */
export const nextMonday = (date: string): string => addDays(date, (8 - weekdayOf(date)) % 7 || 7);

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date as a language writes it; the parts that are asked for decide how long it is. */
const written = (date: string, locale: string, parts: Intl.DateTimeFormatOptions): string => {
  const key = `${locale} ${JSON.stringify(parts)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts });
  formats.set(key, format);
  const text = format.format(new Date(`${date}T00:00:00Z`));
  // Releases of Unicode's data disagree about this comma, and so would server and browser.
  return locale === 'en-GB' ? text.replace(',', '') : text;
};

const yearUnless = (date: string, today: string) =>
  date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);

/** "Thursday", "Donnerstag". */
export const weekdayInWords = (date: string, { locale }: Words): string =>
  written(date, locale, { weekday: 'long' });

/** "Thu", "Do". */
export const shortWeekday = (date: string, { locale }: Words): string =>
  written(date, locale, { weekday: 'short' });

/** "Today", "Tomorrow", "Thursday", "24 Nov", "24 Nov 2027": the shortest that cannot be mistaken. */
export function dateInWords(date: string, today: string, words: Words): string {
  const distance = daysBetween(today, date);
  if (distance === 0) return words.dates.today;
  if (distance === 1) return words.dates.tomorrow;
  if (distance === -1) return words.dates.yesterday;
  if (distance > 1 && distance < 7) return weekdayInWords(date, words);
  return written(date, words.locale, { day: 'numeric', month: 'short', ...yearUnless(date, today) });
}

/** "Tue 24 Nov", with the year where it is another than today's. */
export const longDate = (date: string, today: string, { locale }: Words): string =>
  written(date, locale, { weekday: 'short', day: 'numeric', month: 'short', ...yearUnless(date, today) });

/** "Saturday 21 November", with the year where it is another than today's. */
export const wholeDate = (date: string, today: string, { locale }: Words): string =>
  written(date, locale, { weekday: 'long', day: 'numeric', month: 'long', ...yearUnless(date, today) });

/** "24 Nov 2026", whenever it is read. */
export const dateWithYear = (date: string, { locale }: Words): string =>
  written(date, locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** "24 November": beside a name of the day that says the rest. */
export const dayAndMonth = (date: string, today: string, { locale }: Words): string =>
  written(date, locale, { day: 'numeric', month: 'short', ...yearUnless(date, today) });

/** "Nov". */
export const shortMonth = (date: string, { locale }: Words): string =>
  written(date, locale, { month: 'short' });

/** "November 2026". */
export const monthInWords = (date: string, { locale }: Words): string =>
  written(date, locale, { month: 'long', year: 'numeric' });

export const momentInWords = ({ date, time }: LocalMoment, today: string, words: Words): string =>
  time ? `${dateInWords(date, today, words)} ${time}` : dateInWords(date, today, words);

/** "Tomorrow 16:00" as it stands inside a sentence; names of days and months keep their capital. */
export function inSentence(moment: string, { dates }: Words): string {
  const relative = [dates.today, dates.tomorrow, dates.yesterday].some((word) => moment.startsWith(word));
  return relative ? moment.charAt(0).toLowerCase() + moment.slice(1) : moment;
}

/** "just now", "5 min ago", "3 h ago", then the date. */
export function agoInWords(instant: string, { now, zone }: Viewer, words: Words): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return words.dates.justNow;
  if (minutes < 60) return words.dates.minutesAgo(minutes);
  const { date, time } = wallClock(instant, zone);
  const today = wallClock(now, zone).date;
  if (date === today) return words.dates.hoursAgo(Math.floor(minutes / 60));
  return momentInWords({ date, time }, today, words);
}
