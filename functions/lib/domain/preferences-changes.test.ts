import { describe, expect, it } from 'vitest';
import { usualPreferences } from './preferences.ts';
import { changePreferences, preferencesPatch } from './preferences-changes.ts';

const before = { timezone: 'Europe/Berlin', preferences: usualPreferences };
const change = (patch: object) => changePreferences(before, preferencesPatch.parse(patch));

describe('preferences', () => {
  it('change field by field, and the rest stays', () => {
    const { preferences, timezone } = change({
      notices: { overdue: true },
      reminders: { timed: [{ type: 'before', minutes: 10 }] },
      digestAt: '07:30:00',
    });

    expect(timezone).toBe('Europe/Berlin');
    expect(preferences).toEqual({
      ...usualPreferences,
      notices: { dueSoon: false, overdue: true, shared: true },
      reminders: { timed: [{ type: 'before', minutes: 10 }], allDay: usualPreferences.reminders.allDay },
      digestAt: '07:30',
    });
  });

  it('are usual again where a patch says null', () => {
    const chosen = change({
      channels: ['push'],
      notices: { shared: false },
      quietHours: { from: '22:00', to: '07:00' },
    });

    expect(
      changePreferences(
        chosen,
        preferencesPatch.parse({ channels: null, notices: { shared: null }, quietHours: null }),
      ),
    ).toEqual(before);
  });

  it('are the same object where nothing changed', () => {
    expect(change({ weekStart: 'locale' }).preferences).toBe(usualPreferences);
  });

  it('name a channel once', () => {
    expect(change({ channels: ['push', 'push'] }).preferences.channels).toEqual(['push']);
  });

  it('refuse half of the quiet hours and a zone that is none', () => {
    expect(() => change({ quietHours: { from: '22:00' } })).toThrow('send both from and to');
    expect(() => change({ timezone: 'Mars/Olympus' })).toThrow(
      expect.objectContaining({ code: 'unknown-timezone' }),
    );
  });

  it('take no default reminder at one fixed moment', () => {
    const fixed = { reminders: { timed: [{ type: 'at', local: '2026-11-21T09:00' }] } };

    expect(preferencesPatch.safeParse(fixed).success).toBe(false);
  });
});
