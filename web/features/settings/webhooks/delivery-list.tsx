'use client';
import { useQuery } from '@tanstack/react-query';
import type { Webhook, WebhookDelivery } from '@zerodo/domain/webhook';
import { clsx } from 'clsx';
import { agoInWords, inSentence, momentInWords, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { typeInWords } from './type-words.ts';
import { deliveriesOf } from './webhook-queries.ts';

const looks: Record<WebhookDelivery['state'], string> = {
  planned: 'text-bell',
  sent: 'text-accent',
  failed: 'text-danger',
  cancelled: 'text-muted',
};

/** What became of the latest messages; it looks again while one is on its way. */
export function DeliveryList({ webhook: { id, url } }: { webhook: Webhook }) {
  const { webhooks: words } = useSettingsWords();
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const query = useQuery({
    ...deliveriesOf(id),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'planned' && one.attempts === 0) ? 1500 : 15_000,
  });
  const soon = (instant: string) =>
    momentInWords(wallClock(instant, viewer.zone), wallClock(viewer.now, viewer.zone).date, page);
  return (
    <section aria-label={words.deliveriesOf(url)} className="mt-3 rounded-xl bg-sunken px-3 py-1">
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="py-2 text-sm text-muted">{words.noDeliveries}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
            <ul tabIndex={0} aria-label={words.deliveries} className="max-h-80 overflow-y-auto">
              {items.map(({ id: delivery, type, state, attempts, status, error, createdAt, nextAt }) => (
                <li key={delivery} className="border-t border-line py-2 text-sm first:border-t-0">
                  <p className="flex flex-wrap justify-between gap-x-3">
                    <span>{typeInWords(type, words)}</span>
                    <span className={clsx('font-medium', looks[state])}>{words.delivery[state]}</span>
                  </p>
                  <p className="text-muted [overflow-wrap:anywhere]">
                    {[
                      agoInWords(createdAt, viewer, page),
                      words.attempts(attempts),
                      !error && status !== null && words.answered(status),
                      error?.replace(/\.$/, ''),
                      nextAt && words.again(inSentence(soon(nextAt), page)),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
