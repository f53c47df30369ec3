'use client';
import { Loaded } from '../parts/loaded.tsx';
import { Section } from '../parts/section.tsx';
import { PasskeysCard } from '../passkeys/passkeys-card.tsx';
import { usePreferences } from '../preferences/use-preferences.ts';
import { SecondFactorCard } from '../second-factor/second-factor-card.tsx';
import { DevicesCard } from './devices-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { TimeCard } from './time-card.tsx';
import { useConfirmation } from './use-confirmation.ts';
import { YouCard } from './you-card.tsx';

/** `confirmation` is how a link to confirm the address went, where somebody comes from one. */
export function ProfileSection({ confirmation }: { confirmation: 'done' | 'failed' | null }) {
  const query = usePreferences();
  useConfirmation(confirmation === 'done');
  return (
    <Section name="profile">
      <Loaded query={query}>
        {(preferences) => (
          <>
            <YouCard emailVerified={preferences.emailVerified} confirmation={confirmation} />
            <TimeCard preferences={preferences} />
          </>
        )}
      </Loaded>
      <PasswordCard />
      <SecondFactorCard />
      <PasskeysCard />
      <DevicesCard />
    </Section>
  );
}
