'use client';
import { Button } from '@/components/ui/button.tsx';
import { agoInWords, momentInWords, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import type { Token } from './token-queries.ts';

/** One token: what it is for, what it may, and whether anybody uses it. */
export function TokenRow({ token, onRemove }: { token: Token; onRemove(): void }) {
  const { frame, tokens: words } = useSettingsWords();
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const { name, start, scopes, lastUsedAt, expiresAt } = token;
  const day = (instant: string) =>
    momentInWords(
      { date: wallClock(instant, viewer.zone).date, time: null },
      wallClock(viewer.now, viewer.zone).date,
      page,
    );
  const ended = expiresAt !== null && Date.parse(expiresAt) <= viewer.now;
  return (
    <li className="flex items-center gap-3 border-t border-line py-3 first:border-t-0">
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium [overflow-wrap:anywhere]">
          {name}
          {scopes.map((scope) => (
            <span key={scope} className="rounded-full bg-tag-soft px-2 py-0.5 text-xs text-tag">
              {words.scope[scope].name}
            </span>
          ))}
          {scopes.length === 0 && <span className="text-xs text-muted">{words.noScope}</span>}
        </p>
        <p className="mt-0.5 text-muted">
          <span className="font-mono text-xs">{words.begins(start ?? '')}</span>
          {' · '}
          {lastUsedAt ? words.used(agoInWords(lastUsedAt, viewer, page)) : words.unused}
          {' · '}
          {ended ? (
            <span className="text-danger">{words.expired}</span>
          ) : expiresAt ? (
            words.until(day(expiresAt))
          ) : (
            words.noEnd
          )}
        </p>
      </div>
      <Button variant="danger" size="small" aria-label={words.removeOf(name ?? '')} onClick={onRemove}>
        {frame.remove}
      </Button>
    </li>
  );
}
