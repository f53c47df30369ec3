import type { labels as english } from '../english/labels.ts';

export const labels: typeof english = {
  edit: 'Etikett bearbeiten',
  editTitle: 'Etikett',
  remove: 'Löschen',
  removeSure: 'Ja, löschen',
  removeWords: (tasks) =>
    `Es verschwindet von ${tasks} und von allem Erledigten. Das lässt sich nicht zurücknehmen.`,
};
