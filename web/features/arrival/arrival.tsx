'use client';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { FirstRunBar } from '../first-run/first-run-bar.tsx';
import { useFirstRun } from '../first-run/first-run-mark.ts';
import { ownPreferences } from '../settings/preferences/preference-queries.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { useZoneAnswers } from '../zone/zone-answers.ts';
import { ZoneBar } from '../zone/zone-bar.tsx';
import { asksForZone } from '../zone/zone-question.ts';

/** What the page has to say to who has just come, above whatever is looked at. */
export default function Arrival({ email }: { email: string }) {
  const { viewer, place, personId } = useWorkspace();
  const step = useFirstRun(email);
  const { data: preferences } = useQuery(ownPreferences);
  const answers = useZoneAnswers(personId);
  const zone = preferences?.timezone;
  const asks = zone !== undefined && asksForZone({ account: zone, viewer, declined: answers });
  // The tasks that it speaks of are in these two.
  const shows = place.view === 'today' || place.view === 'inbox';
  return (
    <Suspense>
      {asks && <ZoneBar account={zone} zone={viewer.zone} personId={personId} />}
      {step && <FirstRunBar step={step} seen={shows} email={email} />}
    </Suspense>
  );
}
