import type { palette as english } from '../english/palette.ts';

export const palette: typeof english = {
  title: 'Befehle',
  field: 'Wohin, was finden, was tun?',
  nothing: 'Nichts gefunden',
  account: 'Konto',
  openTask: 'Öffnen',
  moveTo: (day) => `Verschieben: ${day}`,
  write: (line) => `Aufgabe „${line}“ hinzufügen`,
  groups: {
    create: 'Anlegen',
    go: 'Gehe zu',
    projects: 'Projekte',
    labels: 'Etiketten',
    filters: 'Filter',
    tasks: 'Aufgaben',
    write: 'Aufschreiben',
    more: 'Mehr',
  },
};
