'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { Refused } from '@/lib/api.ts';
import { agoInWords, dateInWords, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { signOut } from '../../session/sign-out.ts';
import { useSignOut } from '../../session/use-sign-out.ts';
import { ask } from '../ask.ts';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { deviceInWords } from './device-name.ts';
import { type Device, devices } from './device-queries.ts';

/** Where somebody is signed in, and the way out of each. */
export function DevicesCard() {
  const { profile: words } = useSettingsWords();
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const client = useQueryClient();
  const query = useQuery({ ...devices, retry: false });
  const [asks, setAsks] = useState(false);
  const end = useMutation({
    mutationFn: ({ token }: Device) => ask('POST', '/api/auth/revoke-session', { token }),
    onSuccess: (_, { userAgent }) => {
      toasts.add({ title: words.signedOut(deviceInWords(userAgent, words)) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: devices.queryKey }),
  });
  const leave = useSignOut();
  const endAll = useMutation({
    mutationFn: () => signOut({ everywhere: true }),
    // Perhaps it asks about changes that wait.
    onSuccess: () => setAsks(false),
  });
  const today = wallClock(viewer.now, viewer.zone).date;
  const seen = ({ updatedAt }: Device) => wallClock(updatedAt, viewer.zone).date;
  const stale = query.error instanceof Refused && query.error.code === 'SESSION_NOT_FRESH';
  return (
    <Card
      title={words.devices}
      hint={words.devicesHint}
      aside={
        <Button variant="danger" size="small" onClick={() => setAsks(true)}>
          {words.signOutEverywhere}
        </Button>
      }
    >
      <Loaded query={query}>
        {(list) => (
          <ul aria-label={words.devices}>
            {list.map((device) => {
              const name = deviceInWords(device.userAgent, words);
              return (
                <li
                  key={device.id}
                  className="flex items-center gap-3 border-t border-line py-2.5 first:border-t-0"
                >
                  <div className="min-w-0 flex-1 text-sm">
                    <p className="flex flex-wrap items-center gap-2 font-medium">
                      {name}
                      {device.current && (
                        <span className="rounded-full bg-accent-soft px-2 py-0.5 text-xs text-accent">
                          {words.thisDevice}
                        </span>
                      )}
                    </p>
                    <p className="text-muted">
                      {[
                        words.since(agoInWords(device.createdAt, viewer, page)),
                        // A session is written down once a day: the time of it would say more than is known.
                        seen(device) !== today && words.lastSeen(dateInWords(seen(device), today, page)),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <Button
                    size="small"
                    aria-label={words.signOutDevice(name)}
                    disabled={end.isPending && end.variables === device}
                    onClick={() => (device.current ? leave() : end.mutate(device))}
                  >
                    {words.signOut}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
      {stale && (
        <Button variant="outline" size="small" className="mt-3" onClick={() => leave()}>
          {words.signInAgain}
        </Button>
      )}
      <ChangeProblem error={end.error} />
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        title={words.signOutEverywhereTitle}
        words={words.signOutEverywhereWords}
        action={words.signOutEverywhere}
        change={endAll}
        onConfirm={() => endAll.mutate()}
      />
    </Card>
  );
}
