import { ownPreferences, preferencesPath } from '@/features/settings/preferences/preference-queries.ts';
import {
  browsers,
  browsersPath,
  channels,
  channelsPath,
} from '@/features/settings/reminders/channel-queries.ts';
import { RemindersSection } from '@/features/settings/reminders/reminders-section.tsx';
import { Filled } from '@/features/workspace/filled.tsx';
import { reading } from '@/lib/first-paint.ts';

export default function Reminders() {
  const first = Promise.all([
    reading(ownPreferences.queryKey, preferencesPath),
    reading(channels.queryKey, channelsPath),
    reading(browsers.queryKey, browsersPath),
  ]).then((found) => found.flat());
  return (
    <Filled first={first}>
      <RemindersSection />
    </Filled>
  );
}
