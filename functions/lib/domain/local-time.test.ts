import { describe, expect, it } from 'vitest';
import { checkTimezone, isTimezone, toInstant, toLocal, toLocalWithOffset } from './local-time.ts';

const utc = (local: string, timezone: string) => toInstant(local, timezone).toISOString();

describe('local time', () => {
  it.each([
    ['2026-11-21T09:00', 'Europe/Berlin', '2026-11-21T08:00:00.000Z'],
    ['2026-11-21T09:00:30', 'UTC', '2026-11-21T09:00:30.000Z'],
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['2011-12-30T09:00', 'Pacific/Apia', '2011-12-30T19:00:00.000Z'],
  ])('%s in %s is %s', (local, timezone, instant) => {
    expect(utc(local, timezone)).toBe(instant);
  });

  it('shows an instant as the clock does, with its distance from UTC', () => {
    const instant = new Date('2026-11-21T12:00:00Z');

    expect(toLocal(instant, 'America/New_York')).toBe('2026-11-21T07:00:00');
    expect(toLocalWithOffset(instant, 'America/New_York')).toBe('2026-11-21T07:00:00-05:00');
    expect(toLocalWithOffset(instant, 'Australia/Eucla')).toBe('2026-11-21T20:45:00+08:45');
  });

  it.each([
    '0000-01-01',
    '10000-01-01',
    '2026-02-29',
    '2026-1-1',
    '2026-01-01T24:00',
    '2026-01-01 09:00',
    '2201-01-01',
  ])('refuses %s', (local) => {
    expect(() => toInstant(local, 'UTC')).toThrowError(expect.objectContaining({ code: 'invalid-date' }));
  });

  it('knows zones by their names and nothing else', () => {
    expect(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'].every(isTimezone)).toBe(
      true,
    );
    expect(['', '+01:00', 'Mars/Olympus', 'Europe/Berlin ', 'x'.repeat(100)].some(isTimezone)).toBe(false);
    expect(() => checkTimezone('Mars/Olympus')).toThrowError(
      expect.objectContaining({ code: 'unknown-timezone' }),
    );
  });
});
