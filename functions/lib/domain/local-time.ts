// Wall clocks and instants. A zone's rules come from the platform through Temporal.

import { Temporal } from 'temporal-polyfill';
import { civilDate, dayOfWall, modulo, readLocal, secondsPerDay, writeLocal } from './local-date.ts';
import { Rejected } from './rejected.ts';

/** Seconds that the wall clock of `timezone` is ahead of UTC at `instant` (milliseconds). */
export function offsetAt(instant: number, timezone: string): number {
  if (timezone === 'UTC') return 0;
  // The polyfill of Temporal asks Intl the same, ten times as slowly.
  const written = offsetFormat(timezone).format(instant);
  const [, sign, hours, minutes, seconds = 0] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(written) ?? [];
  if (!sign) return 0;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -size : size;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetFormat(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  // Some tens of kilobytes each, and few zones have most of the people.
  if (formats.size >= 100) formats.clear();
  formats.set(timezone, format);
  return format;
}

export const wallAt = (instant: number, timezone: string): number =>
  Math.floor(instant / 1000) + offsetAt(instant, timezone);

/**
 * The instant (milliseconds) of a wall time. RFC 5545 3.3.5: a time that the clocks skip moves
 * forward by the gap, one that comes twice means the first.
 */
export function instantOfWall(wall: number, timezone: string): number {
  if (timezone === 'UTC') return wall * 1000;
  const { year, month, day } = civilDate(dayOfWall(wall));
  const second = modulo(wall, secondsPerDay);
  return new Temporal.PlainDateTime(
    year,
    month,
    day,
    Math.floor(second / 3600),
    Math.floor(second / 60) % 60,
    second % 60,
  ).toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/**
 * @param local `YYYY-MM-DD` (the first moment of the day), `YYYY-MM-DDTHH:MM` or with seconds
 * @throws Rejected `invalid-date`, `unknown-timezone`
 */
export function toInstant(local: string, timezone: string): Date {
  checkTimezone(timezone);
  return new Date(instantOfWall(readLocal(local).wall, timezone));
}

/** `YYYY-MM-DDTHH:MM:SS` as the clocks of `timezone` show it. */
export const toLocal = (instant: Date, timezone: string): string =>
  writeLocal(wallAt(instant.getTime(), timezone));

/** `YYYY-MM-DDTHH:MM:SS+HH:MM` */
export function toLocalWithOffset(instant: Date, timezone: string): string {
  const offset = offsetAt(instant.getTime(), timezone);
  const minutes = Math.round(Math.abs(offset) / 60);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${toLocal(instant, timezone)}${offset < 0 ? '-' : '+'}${clock}`;
}

/** `YYYY-MM-DDTHH:MM:SSZ` */
export const toUtc = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

const known = new Set(['UTC']);

/** A zone by its IANA name; bare offsets are none, because they know no law. */
export function isTimezone(name: string): boolean {
  if (known.has(name)) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  if (known.size < 1000) known.add(name);
  return true;
}

/** @throws Rejected `unknown-timezone` */
export function checkTimezone(name: string): void {
  if (isTimezone(name)) return;
  throw new Rejected(
    'unknown-timezone',
    `${name.slice(0, 64)} is no time zone that we know: use an IANA name such as Europe/Berlin.`,
  );
}
