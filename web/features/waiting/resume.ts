import type { QueryClient } from '@tanstack/react-query';
import type { Refused } from '../../lib/api.ts';
import { changeWaiting } from '../tasks/change-task.ts';
import { showRefused } from './refused-changes.ts';
import { thisTab, whenGone } from './this-tab.ts';
import { isUnderWay } from './under-way.ts';
import type { WaitingChange } from './waiting-change.ts';
import { keep, keptOf } from './waiting-store.ts';

type Told = (change: WaitingChange, refusal: Refused) => void;

/**
 * Goes on with what tabs that are gone have left: each tab's changes pass to the first that asks, in the
 * order in which they were made, now or as soon as it goes.
 */
export async function resume(client: QueryClient, person: string, onRefusal: Told): Promise<void> {
  const kept = await keptOf(person);
  for (const change of kept) if (change.refused) showRefused(change);
  const tabs = new Set(kept.filter(({ refused }) => !refused).map(({ tab }) => tab));
  for (const tab of tabs) whenGone(tab, () => takeFrom(tab, client, person, onRefusal));
}

async function takeFrom(tab: string, client: QueryClient, person: string, onRefusal: Told): Promise<void> {
  for (const change of await keptOf(person)) {
    if (change.tab !== tab || change.refused || isUnderWay(change.key)) continue;
    const own = { ...change, tab: thisTab };
    // Before the next tab that waits for the same may look.
    await keep(own);
    // Not awaited: they may wait for the network for days.
    changeWaiting(client, own).catch((refusal) => onRefusal(own, refusal));
  }
}
