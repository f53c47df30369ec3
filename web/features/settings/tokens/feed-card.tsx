'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CalendarFeed } from '@zerodo/domain/import';
import { CalendarPlus } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { control } from '../parts/row.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { makeToken, tokens } from './token-queries.ts';

const kinds = ['events', 'todos', 'both'] as const satisfies CalendarFeed['components'][];

/** A secret address for a calendar program: a token that may read the feed and nothing else. */
export function FeedCard() {
  const { frame, tokens: words } = useSettingsWords();
  const client = useQueryClient();
  const [shows, setShows] = useState<CalendarFeed['components']>('events');
  const id = useId();
  const make = useMutation({
    mutationFn: () => makeToken({ name: words.feedName, scopes: ['calendar'] }),
    gcTime: 0,
    onSettled: () => client.invalidateQueries({ queryKey: tokens.queryKey }),
  });
  const token = make.data?.token;
  return (
    <Card title={words.feed} hint={words.feedHint}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <label htmlFor={id} className="font-medium">
          {words.feedShows}
        </label>
        <select
          id={id}
          value={shows}
          onChange={({ target }) => setShows(target.value as CalendarFeed['components'])}
          className={control}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.feedComponents[kind]}
            </option>
          ))}
        </select>
        <Button variant="outline" disabled={make.isPending} onClick={() => make.mutate()}>
          <CalendarPlus aria-hidden className="size-4" />
          {words.feedMake}
        </Button>
      </div>
      <ChangeProblem error={make.error} />
      <h3 className="mt-5 text-sm font-medium">{words.feedHowTitle}</h3>
      <ul className="mt-1 list-disc pl-5 text-sm text-muted">
        {words.feedHow.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">{words.feedEnd}</p>
      <Modal
        open={token !== undefined}
        onClose={make.reset}
        title={words.feedTitle}
        description={words.feedMade}
      >
        <div className="mt-4 flex flex-col gap-5">
          <ShownOnce label={words.feedAddress} value={token ? addressOf(token, shows) : ''} />
          <Button variant="outline" onClick={make.reset} className="self-end">
            {frame.done}
          </Button>
        </div>
      </Modal>
    </Card>
  );
}

function addressOf(token: string, components: CalendarFeed['components']): string {
  const asked = new URLSearchParams({ token, ...(components !== 'events' && { components }) });
  return `${window.location.origin}/api/v1/calendar.ics?${asked}`;
}
