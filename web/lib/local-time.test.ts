import { describe, expect, it } from 'vitest';
import { english } from '../words/english/english.ts';
import { german } from '../words/german/german.ts';
import {
  addDays,
  agoInWords,
  dateInWords,
  daysBetween,
  inSentence,
  longDate,
  momentInWords,
  wallClock,
  wholeDate,
} from './local-time.ts';

const today = '2026-11-21';

describe('the wall clock', () => {
  it.each([
    ['2026-11-21T23:30:00Z', 'Europe/Berlin', '2026-11-22', '00:30'],
    ['2026-11-21T00:00:00Z', 'America/New_York', '2026-11-20', '19:00'],
    ['2026-11-21T00:00:00Z', 'Asia/Kathmandu', '2026-11-21', '05:45'],
    ['2026-11-21T00:00:00Z', 'UTC', '2026-11-21', '00:00'],
  ])('shows %s in %s as %s %s', (instant, zone, date, time) => {
    expect(wallClock(instant, zone)).toEqual({ date, time });
  });
});

describe('dates', () => {
  it('are counted without regard to clock changes', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it.each([
    ['2026-11-20', 'Yesterday'],
    ['2026-11-21', 'Today'],
    ['2026-11-22', 'Tomorrow'],
    ['2026-11-27', 'Friday'],
    ['2026-11-28', '28 Nov'],
    ['2026-11-14', '14 Nov'],
    ['2027-01-02', '2 Jan 2027'],
  ])('%s is called %s', (date, words) => {
    expect(dateInWords(date, today, english)).toBe(words);
  });

  it('have a long form and fit into sentences', () => {
    expect(longDate('2026-11-24', today, english)).toBe('Tue 24 Nov');
    expect(longDate('2027-11-24', today, english)).toBe('Wed 24 Nov 2027');
    expect(wholeDate(today, today, english)).toBe('Saturday 21 November');
    expect(inSentence(momentInWords({ date: '2026-11-22', time: '16:00' }, today, english), english)).toBe(
      'tomorrow 16:00',
    );
    expect(inSentence('Friday', english)).toBe('Friday');
  });
});

describe('German dates', () => {
  it.each([
    ['2026-11-22', 'Morgen'],
    ['2026-11-26', 'Donnerstag'],
    ['2027-01-02', '2. Jan. 2027'],
  ])('%s is called %s', (date, words) => {
    expect(dateInWords(date, today, german)).toBe(words);
  });

  it('begin small inside a sentence only where they are no noun', () => {
    expect(inSentence('Morgen 16:00', german)).toBe('morgen 16:00');
    expect(inSentence('Donnerstag', german)).toBe('Donnerstag');
    expect(wholeDate(today, today, german)).toBe('Samstag, 21. November');
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');

  it.each([
    ['2026-11-21T11:59:30Z', 'just now'],
    ['2026-11-21T11:55:00Z', '5 min ago'],
    ['2026-11-21T09:00:00Z', '3 h ago'],
    ['2026-11-20T22:30:00Z', 'Yesterday 22:30'],
  ])('%s was %s', (instant, words) => {
    expect(agoInWords(instant, { now, zone: 'UTC' }, english)).toBe(words);
  });
});
