'use client';
import { useQuery } from '@tanstack/react-query';
import type { ChannelState } from '@zerodo/domain/notification';
import type { Settings } from '@zerodo/domain/settings';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { pushKey } from './channel-queries.ts';

/** What is missing for a channel to reach the person, and whether the profile is where to mend it. */
export function useObstacle(
  { channel, configured, reason }: ChannelState,
  { emailVerified }: Settings,
): { words: string; profile?: boolean } | null {
  const words = useSettingsWords().reminders;
  const { mail } = useSettingsPlace();
  const { data: key } = useQuery({ ...pushKey, enabled: channel === 'push' && !configured });
  if (configured) return null;
  if (channel === 'email') {
    if (!mail) return { words: `${words.noMailHere} ${words.mailHow}` };
    return emailVerified ? { words: words.unsubscribed } : { words: words.unconfirmed, profile: true };
  }
  if (channel === 'push' && key !== undefined) {
    return { words: key === null ? words.noPushHere : words.noBrowser };
  }
  return reason ? { words: reason } : null;
}
