'use client';
import { Button } from '@/components/ui/button.tsx';
import { agoInWords } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import type { Passkey } from './passkey-queries.ts';

type Props = { passkey: Passkey; onRename(): void; onRemove(): void };

/** One passkey, and what can be done with it. */
export function PasskeyRow({ passkey, onRename, onRemove }: Props) {
  const { frame, passkeys: words } = useSettingsWords();
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const name = passkey.name ?? words.unnamed;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2.5 first:border-t-0">
      <div className="min-w-28 flex-1 text-sm">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-muted">{words.added(agoInWords(passkey.createdAt, viewer, page))}</p>
      </div>
      <div className="flex">
        <Button size="small" aria-label={words.renameOf(name)} onClick={onRename}>
          {words.rename}
        </Button>
        <Button variant="danger" size="small" aria-label={words.removeOf(name)} onClick={onRemove}>
          {frame.remove}
        </Button>
      </div>
    </li>
  );
}
