import type { manyLines as english } from '../english/many-lines.ts';

export const manyLines: typeof english = {
  ask: (tasks) => `${tasks} anlegen?`,
  make: (tasks) => `${tasks} anlegen`,
  most: (most) => `Jetzt die ersten ${most}, dann die nächsten.`,
  failed: (tasks) => `Nicht angelegt: ${tasks}. Noch einmal versuchen?`,
  oneLine: 'Als eine Aufgabe',
  notAtAll: 'Abbrechen',
  progress: (done, of) => `${done} von ${of}`,
};
