import { describe, expect, it } from 'vitest';
import { asksForZone, cityOf } from './zone-question.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const asks = (account: string, zone: string, ...declined: string[]) =>
  asksForZone({ account, viewer: { now, zone }, declined: new Set(declined) });

describe('the question about the time zone', () => {
  it.each([
    ['Europe/Berlin', 'America/New_York', true],
    ['Europe/Berlin', 'Europe/Berlin', false],
    // Another name for the same clock.
    ['Europe/Berlin', 'Europe/Vienna', false],
    // The same time today, but not in summer.
    ['Africa/Lagos', 'Europe/Berlin', true],
    // The account has none yet, or the browser tells none.
    ['UTC', 'Europe/Berlin', false],
    ['Europe/Berlin', 'UTC', false],
  ])('of an account in %s in a browser in %s is asked: %s', (account, zone, asked) => {
    expect(asks(account, zone)).toBe(asked);
  });

  it('is not asked again about a zone that was declined, and is about another', () => {
    expect(asks('Europe/Berlin', 'Asia/Tokyo', 'Asia/Tokyo')).toBe(false);
    expect(asks('Europe/Berlin', 'Asia/Seoul', 'Asia/Tokyo')).toBe(true);
  });

  it('names the city', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});
