import type { search as english } from '../english/search.ts';

export const search: typeof english = {
  field: 'Aufgaben suchen',
  placeholder: 'Titel oder Notizen',
  results: (count) => `${count} gefunden`,
  clear: 'Suche leeren',
  title: 'Jede Aufgabe finden',
  noResultsTitle: 'Nichts gefunden',
  noResults: (words) =>
    `Keine Aufgabe hat „${words}“ in Titel oder Notizen. Versuch es mit weniger oder anderen Wörtern.`,
};
