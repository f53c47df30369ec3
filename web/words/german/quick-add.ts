import type { Words } from '../words.ts';

export const quickAdd: Words['quickAdd'] = {
  form: 'Aufgabe hinzufügen',
  field: 'Neue Aufgabe',
  placeholder: 'Neu: Ana morgen 16:00 anrufen',
  placeholderFor: (place) => `Aufgabe hinzufügen: ${place}`,
  submit: 'Hinzufügen',
  understood: 'Verstanden',
  understoodAll: (chips) => `Verstanden: ${chips}`,
  keepAsWords: (chip) => `${chip}: als Wörter lassen`,
  suggestions: { '#': 'Projekte', '@': 'Etiketten', '/': 'Abschnitte', '+': 'Wer es macht' },
  deadline: (day) => `Frist ${day}`,
  priority: (level) => `Priorität ${level}`,
  from: (moment) => `Ab ${moment}`,
};
