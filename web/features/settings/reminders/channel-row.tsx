'use client';
import type { ChannelState } from '@zerodo/domain/notification';
import type { Settings } from '@zerodo/domain/settings';
import { clsx } from 'clsx';
import { Inbox, LoaderCircle, Mail, MonitorSmartphone } from 'lucide-react';
import Link from 'next/link';
import { useId } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { agoInWords } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { pathTo } from '../sections.ts';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { useObstacle } from './use-obstacle.ts';
import { useTest } from './use-test.ts';

const icons = { 'in-app': Inbox, email: Mail, push: MonitorSmartphone };

type Props = { state: ChannelState; preferences: Settings; onChange(on: boolean): void };

/** One channel: whether it is wanted, whether it works, and a way to find out. */
export function ChannelRow({ state, preferences, onChange }: Props) {
  const words = useSettingsWords().reminders;
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const { channel, configured, breaker, probeAt, lastError, lastSentAt } = state;
  const obstacle = useObstacle(state, preferences);
  const test = useTest(state);
  const id = useId();
  const Icon = icons[channel];
  const open = breaker === 'open';
  const sign = !configured ? words.notSetUp : open ? words.resting : words.works;
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <div className="flex items-center gap-3">
        <Icon aria-hidden className="size-5 shrink-0 text-muted" />
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="text-sm font-medium">{words.channel[channel]}</span>
          <span
            className={clsx(
              'rounded-full px-2 py-0.5 text-xs font-medium',
              !configured && 'bg-sunken text-muted',
              configured && (open ? 'bg-bell-soft text-bell' : 'bg-accent-soft text-accent'),
            )}
          >
            {sign}
          </span>
        </div>
        <Switch
          checked={preferences.channels.includes(channel)}
          onChange={onChange}
          label={words.channel[channel]}
          describedBy={id}
        />
      </div>
      <div
        id={id}
        className="mt-0.5 flex flex-col gap-0.5 pr-2 pl-8 text-sm text-muted [overflow-wrap:anywhere]"
      >
        {obstacle && (
          <p>
            {obstacle.words}{' '}
            {obstacle.profile && (
              <Link href={pathTo('profile')} className="font-medium text-accent underline underline-offset-4">
                {words.toProfile}
              </Link>
            )}
          </p>
        )}
        {open && probeAt && <p>{words.restingUntil(agoOrTime(probeAt))}</p>}
        {lastError && <p>{words.lastError(lastError)}</p>}
        {lastSentAt && <p>{words.lastSent(agoInWords(lastSentAt, viewer, page))}</p>}
      </div>
      {configured && (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 pl-8">
          <Button
            variant="outline"
            size="small"
            aria-label={words.testOf(words.channel[channel])}
            disabled={test.state === 'waiting'}
            onClick={test.send}
          >
            {test.state === 'waiting' && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
            {words.test}
          </Button>
          <span role="status" className="text-sm text-muted">
            {test.state === 'waiting' && words.testing}
            {test.state === 'arrived' && words.arrived}
            {test.state === 'late' && words.notYet}
          </span>
        </div>
      )}
      <div className="pl-8">
        <ChangeProblem error={test.error} />
      </div>
    </li>
  );

  function agoOrTime(instant: string): string {
    return new Intl.DateTimeFormat(page.locale, { timeStyle: 'short', timeZone: viewer.zone }).format(
      new Date(instant),
    );
  }
}
