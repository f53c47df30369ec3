'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { agoInWords } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import {
  CannotPush,
  canPush,
  notifyThisBrowser,
  removeBrowser,
  thisBrowserId,
} from '../../push/this-browser.ts';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Says } from '../parts/says.tsx';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { browsers, channels, pushKey } from './channel-queries.ts';

const never = () => () => {};

/** The browsers that are notified, and this one among them. */
export function BrowsersCard() {
  const words = useSettingsWords().reminders;
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const client = useQueryClient();
  const query = useQuery(browsers);
  const { data: key } = useQuery(pushKey);
  const able = useSyncExternalStore(never, canPush, () => true);
  const own = useSyncExternalStore(never, thisBrowserId, () => null);
  const again = () =>
    Promise.all([browsers, channels].map(({ queryKey }) => client.invalidateQueries({ queryKey })));

  const enable = useMutation({ mutationFn: notifyThisBrowser, onSuccess: again });
  const remove = useMutation({
    mutationFn: removeBrowser,
    onSuccess: () => toasts.add({ title: words.forgotten }),
    onSettled: again,
  });
  const { error } = enable;
  const isOn = query.data?.items.some(({ id, disabledAt }) => id === own && !disabledAt) ?? false;

  return (
    <Card title={words.push} hint={words.pushHint}>
      {key === null ? (
        <Says kind="note">{words.noPushHere}</Says>
      ) : (
        <>
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="text-sm text-muted">{words.noBrowsers}</p>
              ) : (
                <ul aria-label={words.push}>
                  {items.map(({ id, host, createdAt, lastSuccessAt, disabledReason, disabledAt }) => {
                    const name = id === own ? words.thisBrowser : words.browserAt(host);
                    return (
                      <li
                        key={id}
                        className="flex items-center gap-3 border-t border-line py-2.5 first:border-t-0"
                      >
                        <div className="min-w-0 flex-1 text-sm">
                          <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
                          <p className="text-muted">
                            {lastSuccessAt
                              ? words.lastSent(agoInWords(lastSuccessAt, viewer, page))
                              : words.allowed(agoInWords(createdAt, viewer, page))}
                          </p>
                          {disabledAt && (
                            <p className="text-danger">{words.switchedOff(disabledReason ?? '')}</p>
                          )}
                        </div>
                        <Button
                          variant="danger"
                          size="small"
                          aria-label={words.forgetBrowser(name)}
                          disabled={remove.isPending && remove.variables === id}
                          onClick={() => remove.mutate(id)}
                        >
                          {words.forget}
                        </Button>
                      </li>
                    );
                  })}
                </ul>
              )
            }
          </Loaded>
          <ChangeProblem error={remove.error} />
          {!isOn && key && (
            <div className="mt-3">
              {able ? (
                <Button variant="outline" disabled={enable.isPending} onClick={() => enable.mutate(key)}>
                  <BellRing aria-hidden className="size-4" />
                  {words.enable}
                </Button>
              ) : (
                <Says kind="note">{words.unsupported}</Says>
              )}
            </div>
          )}
          {error instanceof CannotPush ? (
            <div className="mt-3">
              <Says kind="problem">{words[error.obstacle]}</Says>
            </div>
          ) : (
            <ChangeProblem error={error} />
          )}
        </>
      )}
    </Card>
  );
}
