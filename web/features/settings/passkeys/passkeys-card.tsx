'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { knowsPasskeys } from '../../session/passkey.ts';
import { Card } from '../parts/card.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Says } from '../parts/says.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { AddWindow } from './add-window.tsx';
import { deletePasskey, type Passkey, passkeys } from './passkey-queries.ts';
import { PasskeyRow } from './passkey-row.tsx';
import { RenameWindow } from './rename-window.tsx';

const never = () => () => {};

/** Every passkey, and a way to add, rename and end one. */
export function PasskeysCard() {
  const { frame, passkeys: words } = useSettingsWords();
  const client = useQueryClient();
  const query = useQuery(passkeys);
  const able = useSyncExternalStore(never, knowsPasskeys, () => true);
  const [adds, setAdds] = useState(false);
  const [renaming, setRenaming] = useState<Passkey | null>(null);
  const [ending, setEnding] = useState<Passkey | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: passkeys.queryKey });
  const remove = useMutation({
    mutationFn: deletePasskey,
    onSuccess: () => {
      setEnding(null);
      toasts.add({ title: words.removed });
    },
    onSettled: changed,
  });
  return (
    <Card
      title={words.title}
      hint={words.hint}
      aside={
        able && (
          <Button variant="outline" size="small" onClick={() => setAdds(true)}>
            <Plus aria-hidden className="size-4" />
            {words.add}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(list) =>
          list.length === 0 ? (
            <p className="text-sm text-muted">{words.none}</p>
          ) : (
            <ul aria-label={words.title}>
              {list.map((one) => (
                <PasskeyRow
                  key={one.id}
                  passkey={one}
                  onRename={() => setRenaming(one)}
                  onRemove={() => {
                    remove.reset();
                    setEnding(one);
                  }}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {!able && (
        <div className="mt-3">
          <Says kind="note">{words.noBrowser}</Says>
        </div>
      )}
      {adds && <AddWindow onClose={() => setAdds(false)} onChanged={changed} />}
      {renaming && <RenameWindow passkey={renaming} onClose={() => setRenaming(null)} onChanged={changed} />}
      <Confirm
        open={ending !== null}
        onClose={() => setEnding(null)}
        title={words.removeTitle(ending?.name ?? words.unnamed)}
        words={words.removeWords}
        action={frame.remove}
        change={remove}
        onConfirm={() => ending && remove.mutate(ending.id)}
      />
    </Card>
  );
}
