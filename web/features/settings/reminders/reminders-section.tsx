'use client';
import { Loaded } from '../parts/loaded.tsx';
import { Section } from '../parts/section.tsx';
import { usePreferences } from '../preferences/use-preferences.ts';
import { BrowsersCard } from './browsers-card.tsx';
import { ChannelsCard } from './channels-card.tsx';
import { DefaultsCard } from './defaults-card.tsx';
import { DigestCard } from './digest-card.tsx';
import { NoticesCard } from './notices-card.tsx';
import { QuietCard } from './quiet-card.tsx';

/** When and where somebody is reminded. */
export function RemindersSection() {
  const query = usePreferences();
  return (
    <Section name="reminders">
      <Loaded query={query}>
        {(preferences) => (
          <>
            <ChannelsCard preferences={preferences} />
            <BrowsersCard />
            <DefaultsCard preferences={preferences} />
            <QuietCard quietHours={preferences.quietHours} />
            <NoticesCard notices={preferences.notices} />
            <DigestCard preferences={preferences} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
