const focusable = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled):not([type="hidden"])',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  '[tabindex="0"]',
].join();

type Removal = Pick<MutationRecord, 'target' | 'nextSibling'>;

/** What can have the focus where something was taken away: what comes after it, else before it, in the closest part of the view or window that has any. */
export function near({ target, nextSibling }: Removal): HTMLElement | undefined {
  const follows = (element: Element): boolean =>
    nextSibling !== null &&
    (nextSibling === element ||
      (nextSibling.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0);

  const view = document.querySelector('main') ?? document.body;
  let part = target instanceof Element ? target : target.parentElement;
  for (; part && !part.contains(view); part = part.parentElement) {
    const stops = [...part.querySelectorAll<HTMLElement>(focusable)].filter(
      (element) => element.checkVisibility() && !element.closest('[inert], [aria-hidden="true"]'),
    );
    const next = stops.find(follows) ?? stops.at(-1);
    if (next) return next;
  }
  return undefined;
}
