import { dayOfWall, modulo, readLocal, secondsPerDay, writeDate } from './local-date.ts';
import { instantOfWall, wallAt } from './local-time.ts';

/**
 * When the clock of `timezone` next shows the time of the digest, strictly after `now`: once a local
 * day, also where that day skips the time (it moves forward) or shows it twice (the first counts).
 * Null for a person who wants none.
 */
export function nextDigestAt(digestAt: string | null, timezone: string, now: Date): Date | null {
  if (digestAt === null) return null;
  const second = modulo(readLocal(`2000-01-01T${digestAt}`).wall, secondsPerDay);
  const today = dayOfWall(wallAt(now.getTime(), timezone));
  for (const day of [today, today + 1]) {
    const instant = instantOfWall(day * secondsPerDay + second, timezone);
    if (instant > now.getTime()) return new Date(instant);
  }
  return new Date(instantOfWall((today + 2) * secondsPerDay + second, timezone));
}

/** The local day that a digest is about; it names the digest, so that a day has one. */
export const digestDay = (at: Date, timezone: string): string =>
  writeDate(dayOfWall(wallAt(at.getTime(), timezone)));

/** The first moments of a local day and of the two after it. */
export function digestBounds(date: string, timezone: string): { today: Date; tomorrow: Date; after: Date } {
  const { wall } = readLocal(date);
  const at = (days: number) => new Date(instantOfWall(wall + days * secondsPerDay, timezone));
  return { today: at(0), tomorrow: at(1), after: at(2) };
}
