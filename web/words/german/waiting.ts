import type { Words } from '../words.ts';

const changes = (count: number) => `${count} ${count === 1 ? 'Änderung' : 'Änderungen'}`;

export const waiting: Words['waiting'] = {
  refused: (title) =>
    title ? `„${title}“ konnte nicht gespeichert werden` : 'Eine Änderung konnte nicht gespeichert werden',
  see: 'Ansehen',
  notSaved: (count) => `${count} nicht gespeichert`,
  notSavedAll: (count) => `${changes(count)} nicht gespeichert: ansehen`,
  title: 'Nicht gespeichert',
  intro:
    'Was du geschrieben hast, bleibt in diesem Browser, bis du es noch einmal speicherst oder verwirfst.',
  newTask: 'Neue Aufgabe',
  editOf: (title) => `Änderung an „${title}“`,
  yours: 'Du hast geschrieben',
  theirs: 'Jetzt steht da',
  useMine: 'Meins nehmen',
  again: 'Noch einmal versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  discard: 'Verwerfen',
  keepsNothing: 'Dieser Browser hebt nichts auf',
  keepOpen:
    'Sein Speicher ist voll oder gesperrt. Alles geht, aber lass diesen Tab offen, solange Änderungen warten.',
  changedMeanwhile: 'Inzwischen von jemand anderem oder in einem anderen Tab geändert. Jetzt steht da:',
  keepTheirs: 'Das behalten',
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
  version: {
    title: 'Es gibt eine neue Version',
    words: 'Lade die Seite neu. Was du geschrieben hast, bleibt.',
    reload: 'Neu laden',
  },
  clock: {
    title: (minutes, ahead) => `Die Uhr dieses Geräts geht ${minutes} Minuten ${ahead ? 'vor' : 'nach'}`,
    words: 'Zerodo richtet sich nach der richtigen Zeit. Stell die Uhr, damit auch andere Programme stimmen.',
  },
  offline: {
    title: 'Du bist offline',
    words: 'Diese Seite war hier noch nicht offen, deshalb lässt sie sich ohne Verbindung nicht zeigen.',
    kept: 'Nichts ist verloren: Was du geändert hast, bleibt in diesem Browser und wird gesendet, sobald die Verbindung wieder da ist.',
    again: 'Noch einmal versuchen',
    today: 'Zu Heute',
  },
  noScript:
    'Zerodo braucht JavaScript. Erlaube Skripte für diese Adresse in den Einstellungen deines Browsers oder schalte ab, was sie sperrt, und lade die Seite neu.',
};
