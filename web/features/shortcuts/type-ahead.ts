// What is typed between asking for a window and its field being there: the window's script may still be on its way.

/** Longer than a script takes that comes at all, in milliseconds. */
const patience = 5000;

let typed = '';
let stop: (() => void) | undefined;

function keep(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return;
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if (key.length === 1) typed += key;
  else if (key === 'Escape') stop?.();
  // Enter is for what is not there yet; on what has the focus now it would press a button.
  else if (key !== 'Enter') return;
  event.preventDefault();
  event.stopPropagation();
}

/** From now on letters are for the field that was asked for, and no shortcuts. */
export function expectField(): void {
  stop?.();
  typed = '';
  document.addEventListener('keydown', keep, true);
  const timer = setTimeout(() => stop?.(), patience);
  stop = () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', keep, true);
    stop = undefined;
  };
}

/** The field is there and has the focus: what was typed for it so far. */
export function takeTyped(): string {
  stop?.();
  const taken = typed;
  typed = '';
  return taken;
}
