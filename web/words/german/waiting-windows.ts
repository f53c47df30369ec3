import type { waitingWindows as english } from '../english/waiting-windows.ts';

const changes = (count: number) => `${count} ${count === 1 ? 'Änderung' : 'Änderungen'}`;

export const waitingWindows: typeof english = {
  title: 'Nicht gespeichert',
  intro:
    'Was du geschrieben hast, bleibt in diesem Browser, bis du es noch einmal speicherst oder verwirfst.',
  newTask: 'Neue Aufgabe',
  editOf: (title) => `Änderung an „${title}“`,
  yours: 'Du hast geschrieben',
  theirs: 'Jetzt steht da',
  again: 'Noch einmal versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  useMine: 'Meins nehmen',
  changedMeanwhile: 'Inzwischen von jemand anderem oder in einem anderen Tab geändert. Jetzt steht da:',
  keepTheirs: 'Das behalten',
  discard: 'Verwerfen',
  leave: {
    title: 'Abmelden und Änderungen verlieren?',
    words: (count) =>
      `${changes(count)} ${count === 1 ? 'ist' : 'sind'} noch nicht gesendet. Beim Abmelden wird gelöscht, was dieser Browser von dir aufhebt.`,
    stay: 'Angemeldet bleiben',
    go: 'Abmelden und verlieren',
  },
  signIn: {
    title: 'Melde dich noch einmal an',
    words:
      'Deine Sitzung ist zu Ende. Was du geschrieben hast, ist noch da, und wartende Änderungen gehen danach hinaus.',
    submit: 'Weiter',
    another: 'Als jemand anderes anmelden',
  },
};
