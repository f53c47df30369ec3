let person: string | undefined;
let ended = false;

/** Whom this page was made for. It stays with the page, whoever signs in beside it. */
export function setWhosePage(id: string): void {
  person = id;
  ended = false;
}

export const whosePage = (): string | undefined => person;

/** Its person signs out: whatever still happens before the page is gone keeps nothing in the browser. */
export function endPage(): void {
  ended = true;
}

export const isPageEnded = (): boolean => ended;
