import type { selection as english } from '../english/selection.ts';

export const selection: typeof english = {
  label: 'Ausgewählte Aufgaben',
  count: (count) => `${count} ausgewählt`,
  complete: 'Erledigen',
  day: 'Tag',
  priority: 'Priorität',
  labels: 'Etikett',
  project: 'Projekt',
  remove: 'Löschen',
  clear: 'Auswahl aufheben',
  pickDay: 'Anderer Tag',
  noLabels: 'Noch keine Etiketten',
};
