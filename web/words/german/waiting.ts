import type { Words } from '../words.ts';

export const waiting: Words['waiting'] = {
  refused: (title) =>
    title ? `„${title}“ konnte nicht gespeichert werden` : 'Eine Änderung konnte nicht gespeichert werden',
  see: 'Ansehen',
  notSaved: (count) => `${count} nicht gespeichert`,
  notSavedAll: (count) => `${count} nicht gespeichert: ansehen`,
  keepsNothing: 'Dieser Browser hebt nichts auf',
  keepOpen:
    'Sein Speicher ist voll oder gesperrt. Alles geht, aber lass diesen Tab offen, solange Änderungen warten.',
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
