let person: string | undefined;

/** Whom this page was made for. It stays with the page, whoever signs in beside it. */
export function setWhosePage(id: string): void {
  person = id;
}

export const whosePage = (): string | undefined => person;
