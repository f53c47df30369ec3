let person: string | undefined;
let ended = false;

/**
 * Says whom this page is made for. That stays with the page, whoever signs in beside it: what one has
 * changed and what waits in its memory is not for the other.
 *
 * @returns false where it was made for somebody else; then it has to be loaded anew
 */
export function setWhosePage(id: string): boolean {
  if (person !== undefined && person !== id) return false;
  person = id;
  ended = false;
  return true;
}

export const whosePage = (): string | undefined => person;

/** Its person signs out: whatever still happens before the page is gone keeps nothing in the browser. */
export function endPage(): void {
  ended = true;
}

export const isPageEnded = (): boolean => ended;
