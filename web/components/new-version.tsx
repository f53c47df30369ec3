'use client';
import { Component, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { newListeners } from '@/lib/listeners.ts';
import { useWords } from '@/words/use-words.ts';
import { Button } from './ui/button.tsx';

/** Whether a script could not be loaded: a new release has taken its place, or there is no connection. */
export const isMissingScript = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ChunkLoadError' || /loading chunk|load chunk|dynamically imported/i.test(error.message));

let speaker: object | null = null;
const { subscribe, tell } = newListeners();

function letSpeak(next: object | null): void {
  speaker = next;
  tell();
}

/** True for one of all that would say the same at once. */
function useIsSpeaker(): boolean {
  const [self] = useState(() => ({}));
  const speaks = useSyncExternalStore(
    subscribe,
    () => speaker,
    () => null,
  );
  useEffect(() => {
    if (!speaks) letSpeak(self);
  }, [speaks, self]);
  useEffect(() => () => void (speaker === self && letSpeak(null)), [self]);
  return speaks === self;
}

/** Says in place of what could not be loaded what to do about it; once, however much there is of that. */
export function NewVersion() {
  const speaks = useIsSpeaker();
  const { waiting, errors } = useWords();
  const { title, words, reload } = waiting.version;
  if (!speaks) return null;
  const offline = !navigator.onLine;
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-50 mx-auto flex max-w-md items-center gap-3 rounded-xl border border-line bg-surface py-3 pr-3 pl-4 text-sm shadow-raised md:bottom-5"
    >
      <div className="min-w-0 flex-1">
        <p className="font-medium">{offline ? waiting.offline.title : title}</p>
        <p className="text-muted">{offline ? errors.unreachable : words}</p>
      </div>
      <Button variant="primary" size="small" onClick={() => window.location.reload()}>
        {reload}
      </Button>
    </div>
  );
}

/**
 * Around what is loaded when it is opened: the rest of the page, and what is typed in it, stays. `quiet` around what
 * nobody asked for: without it nothing is missing.
 */
export class Loads extends Component<{ quiet?: true; children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!isMissingScript(error)) throw error;
    return this.props.quiet ? null : <NewVersion />;
  }
}
