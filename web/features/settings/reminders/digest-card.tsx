'use client';
import { useQuery } from '@tanstack/react-query';
import type { ChannelState } from '@zerodo/domain/notification';
import type { Settings } from '@zerodo/domain/settings';
import { Switch } from '@/components/ui/switch.tsx';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { SaveSign } from '../parts/save-sign.tsx';
import { Says } from '../parts/says.tsx';
import { useChangePreferences } from '../preferences/use-change-preferences.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { channels } from './channel-queries.ts';
import { TimeField } from './quiet-card.tsx';
import { useObstacle } from './use-obstacle.ts';

/** Where mail is not asked about yet, nothing is missing. */
const unknown: ChannelState = {
  channel: 'email',
  configured: true,
  reason: null,
  breaker: 'closed',
  probeAt: null,
  lastError: null,
  lastSentAt: null,
};

/** The day's tasks in one mail. */
export function DigestCard({ preferences }: { preferences: Settings }) {
  const { reminders: words } = useSettingsWords();
  const change = useChangePreferences();
  const { data } = useQuery(channels);
  const obstacle = useObstacle(
    data?.items.find(({ channel }) => channel === 'email') ?? unknown,
    preferences,
  );
  const { digestAt } = preferences;
  return (
    <Card
      title={words.digest}
      hint={words.digestHint}
      aside={
        <span className="flex items-center gap-2">
          <SaveSign {...change} />
          <Switch
            checked={digestAt !== null}
            onChange={(on) => change.save({ digestAt: on ? '07:00' : null })}
            label={words.digest}
          />
        </span>
      }
    >
      {digestAt !== null && (
        <TimeField
          label={words.digestAt}
          value={digestAt}
          onChange={(time) => change.save({ digestAt: time })}
        />
      )}
      {digestAt !== null && obstacle && (
        <div className="mt-3">
          <Says kind="note">{obstacle.words}</Says>
        </div>
      )}
      <ChangeProblem error={change.error} />
    </Card>
  );
}
