'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { Card } from '../parts/card.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { NewTokenWindow } from './new-token-window.tsx';
import { deleteToken, type Token, tokens } from './token-queries.ts';
import { TokenRow } from './token-row.tsx';

/** Every token, and a way to make and to end one. */
export function TokensCard() {
  const { frame, tokens: words } = useSettingsWords();
  const client = useQueryClient();
  const query = useQuery(tokens);
  const [makes, setMakes] = useState(false);
  const [ending, setEnding] = useState<Token | null>(null);
  const remove = useMutation({
    mutationFn: deleteToken,
    onSuccess: () => {
      setEnding(null);
      toasts.add({ title: words.removed });
    },
    onSettled: () => client.invalidateQueries({ queryKey: tokens.queryKey }),
  });
  return (
    <Card
      title={words.title}
      hint={words.hint}
      aside={
        <Button variant="outline" size="small" onClick={() => setMakes(true)}>
          <Plus aria-hidden className="size-4" />
          {words.create}
        </Button>
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-sm text-muted">{words.none}</p>
          ) : (
            <ul aria-label={words.title}>
              {items.map((token) => (
                <TokenRow
                  key={token.id}
                  token={token}
                  onRemove={() => {
                    remove.reset();
                    setEnding(token);
                  }}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewTokenWindow open={makes} onClose={() => setMakes(false)} />
      <Confirm
        open={ending !== null}
        onClose={() => setEnding(null)}
        title={words.removeTitle(ending?.name ?? '')}
        words={words.removeWords}
        action={frame.remove}
        change={remove}
        onConfirm={() => ending && remove.mutate(ending.id)}
      />
    </Card>
  );
}
