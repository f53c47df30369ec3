import { announce } from '@/components/ui/announcer.tsx';
import { type SecondAction, toasts } from '@/components/ui/toasts.ts';

/** `undone` is said aloud once it was taken back; `also` is a second thing to do about it. */
type Said = { title: string; description?: string; undo: string; undone: string; also?: SecondAction };

let last: { toast: string; undo(): void } | undefined;

/**
 * Says what was done, with a way back. One at a time: the key `u` and the eye both mean the last one.
 *
 * @returns takes the message and the way back away, for a change that was refused
 */
export function offerUndo(
  { title, description, undo: word, undone, also }: Said,
  undo: () => void,
): () => void {
  if (last) toasts.close(last.toast);
  const toast = toasts.add({
    title,
    ...(description && { description }),
    ...(also && { data: { also } }),
    timeout: 8000,
    actionProps: { children: word, onClick: () => offered.undo() },
  });
  const forget = () => {
    toasts.close(toast);
    if (last === offered) last = undefined;
  };
  const offered = {
    toast,
    undo: () => {
      forget();
      undo();
      announce(undone);
    },
  };
  last = offered;
  return forget;
}

/** Takes the last change back, where its message has not been replaced by another. */
export const undoLast = (): void => last?.undo();
