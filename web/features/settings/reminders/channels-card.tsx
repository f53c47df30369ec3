'use client';
import { useQuery } from '@tanstack/react-query';
import type { Settings } from '@zerodo/domain/settings';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SaveSign } from '../parts/save-sign.tsx';
import { useChangePreferences } from '../preferences/use-change-preferences.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { channels } from './channel-queries.ts';
import { ChannelRow } from './channel-row.tsx';

/** Where reminders go, and whether they get there. */
export function ChannelsCard({ preferences }: { preferences: Settings }) {
  const words = useSettingsWords().reminders;
  const query = useQuery(channels);
  const change = useChangePreferences();
  return (
    <Card title={words.channels} hint={words.channelsHint} aside={<SaveSign {...change} />}>
      <Loaded query={query}>
        {({ items }) => (
          <ul>
            {items.map((state) => (
              <ChannelRow
                key={state.channel}
                state={state}
                preferences={preferences}
                onChange={(on) =>
                  change.save({
                    channels: on
                      ? [...preferences.channels, state.channel]
                      : preferences.channels.filter((one) => one !== state.channel),
                  })
                }
              />
            ))}
          </ul>
        )}
      </Loaded>
      <ChangeProblem error={change.error} />
    </Card>
  );
}
