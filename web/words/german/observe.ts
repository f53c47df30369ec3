import type { observe as english } from '../english/observe.ts';

export const observe: typeof english = {
  traces: 'Abläufe',
  metrics: 'Messwerte',
  chooseTrace: 'Wähle einen Ablauf: dann steht hier, wer wann was getan hat.',
  waterfall: (name) => `Ablauf: ${name}`,
  row: (start, took) => `beginnt nach ${start} und dauert ${took}`,
  failed: 'fehlgeschlagen',
  spans: (count) => (count === 1 ? '1 Schritt' : `${count} Schritte`),
  close: 'Schließen',
  empty: 'Noch ist nichts geschehen: Erledige eine Aufgabe, dann erscheint es hier.',
  off: 'Hier wird nichts aufbewahrt',
  offWords:
    'Starte Zerodo auf deinem Rechner mit „npm start -- --observe“. Auf einem Cluster gehen Abläufe und Messwerte an deinen Collector.',
  p95: '95 % darunter',
  values: (count) => (count === 1 ? '1 Wert' : `${count} Werte`),
  lately: (points, seconds) => `die letzten ${points} mal ${seconds} Sekunden`,
};
