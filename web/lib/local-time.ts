// Dates on the wall of the one who looks, as strings: they compare and need no library.

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

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Today", "Tomorrow", "Thursday", "24 Nov", "24 Nov 2027": the shortest that cannot be mistaken. */
export function dateInWords(date: string, today: string): string {
  const distance = daysBetween(today, date);
  if (distance === 0) return 'Today';
  if (distance === 1) return 'Tomorrow';
  if (distance === -1) return 'Yesterday';
  if (distance > 1 && distance < 7) return weekdays[weekdayOf(date)] ?? date;
  const [year, month, day] = date.split('-').map(Number);
  const short = `${day} ${months[(month ?? 1) - 1]}`;
  return date.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${year}`;
}

/** "Tue 24 Nov", with the year where it is another than today's. */
export function longDate(date: string, today: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const short = `${(weekdays[weekdayOf(date)] ?? '').slice(0, 3)} ${day} ${months[(month ?? 1) - 1]}`;
  return date.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${year}`;
}

export const momentInWords = ({ date, time }: LocalMoment, today: string): string =>
  time ? `${dateInWords(date, today)} ${time}` : dateInWords(date, today);

/** "Tomorrow 16:00" as it stands inside a sentence; names of days and months keep their capital. */
export const inSentence = (moment: string): string =>
  moment.replace(/^(Today|Tomorrow|Yesterday)/, (word) => word.toLowerCase());

/** "Saturday 21 November". */
export const wholeDate = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');

/** "just now", "5 min ago", "3 h ago", then the date. */
export function agoInWords(instant: string, now: number, zone: string): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const { date, time } = wallClock(instant, zone);
  const today = wallClock(now, zone).date;
  return date === today ? `${Math.floor(minutes / 60)} h ago` : momentInWords({ date, time }, today);
}
