import { checkVersion } from '@zerodo/domain/changes';
import { nextDigestAt } from '@zerodo/domain/digest';
import { changePreferences } from '@zerodo/domain/preferences-changes';
import { same } from '@zerodo/domain/same';
import type { Settings } from '@zerodo/domain/settings';
import { updatePreferences } from '@zerodo/domain/settings-commands';
import { defineCommand } from '@zerodo/runtime/command';
import { knowPerson } from '@zerodo/store/people';
import { lockSettings, saveSettings } from '@zerodo/store/preferences';
import { replanReminders } from '@zerodo/store/reminders';
import { moveFloating } from './move-floating.ts';

/** Another zone takes the person's floating tasks along; zone and quiet hours move what is planned. */
export default defineCommand({
  name: 'settings-update',
  accepts: updatePreferences,

  async handle({ data: { version, changes } }, { tx, now, newId, userId, person }) {
    await knowPerson(tx, person);
    const before = await lockSettings(tx, userId);
    checkVersion(before, version);
    const { timezone: zone, locale, name, email, emailVerified, version: at, ...preferences } = before;
    const next = changePreferences({ timezone: zone, preferences }, changes);
    const moved = next.timezone !== zone;
    if (!moved && next.preferences === preferences) return { answer: before, events: [] };

    const { timezone } = next;
    const { quietHours, digestAt } = next.preferences;
    const moment = now();
    await saveSettings(tx, userId, {
      ...next,
      version: at + 1,
      digestNextAt: nextDigestAt(digestAt, timezone, moment),
      now: moment,
    });
    const clock = { actor: userId, now: moment, newId, timezone, quietHours };
    const events = moved ? await moveFloating(tx, clock) : [];
    const replanned = moved || !same(quietHours, preferences.quietHours);
    const remindsAt = replanned
      ? await replanReminders(tx, userId, { timezone, quietHours, now: moment })
      : null;
    const answer: Settings = {
      ...next.preferences,
      ...{ timezone, locale, name, email, emailVerified, version: at + 1 },
    };
    return { answer, events, remindsAt };
  },
});
