import { near } from './near.ts';

/**
 * Whoever uses the page by keys goes on where they were when what had the focus is taken away: a removed line, a closed
 * form, a button that is disabled while it saves. The browser would put the focus at the start of the page.
 *
 * @returns how to stop
 */
export function keepFocus(): () => void {
  let last: HTMLElement | null = null;
  let byKeys = true;

  const isLost = () => document.activeElement === document.body || document.activeElement === null;

  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) last = target;
  };
  // Left on purpose, by a press beside it or a blur: then nothing is to be kept.
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget || target !== last) return;
    queueMicrotask(() => {
      if (target === last && last?.isConnected && !last.matches(':disabled')) last = null;
    });
  };

  const watcher = new MutationObserver((records) => {
    const had = last;
    if (!had || !byKeys || !isLost()) return;
    if (had.isConnected) {
      if (!had.matches(':disabled')) had.focus();
      return;
    }
    const gone = records.findLast(({ removedNodes }) => [...removedNodes].some((node) => node.contains(had)));
    const giveOn = () => {
      if (!isLost()) return;
      const next = had.isConnected ? had : gone && near(gone);
      (next ?? titleOfView())?.focus();
    };
    // A window that closes and a row that is drawn elsewhere give the focus on themselves, in the next frame.
    requestAnimationFrame(() => requestAnimationFrame(giveOn));
  });
  watcher.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });

  const onKey = () => {
    byKeys = true;
  };
  const onPointer = () => {
    byKeys = false;
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerdown', onPointer, true);
  return () => {
    watcher.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('pointerdown', onPointer, true);
  };
}

/** Where nothing is left beside it: no field, since whoever uses single keys would write them into it. */
function titleOfView(): HTMLElement | null {
  const title = document.querySelector<HTMLElement>('h1');
  if (title) title.tabIndex = -1;
  return title;
}
