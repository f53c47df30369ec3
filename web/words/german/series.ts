import type { series as english } from '../english/series.ts';

export const series: typeof english = {
  next: (moment) => `Nächstes Mal ${moment}`,
  nothingNext: 'Kein weiterer Termin',
  status: { active: 'Läuft', paused: 'Pausiert', ended: 'Beendet' },
  pause: 'Pausieren',
  resume: 'Fortsetzen',
  end: 'Beenden',
  remove: 'Löschen',
  skip: 'Die nächste auslassen',
  actions: (title) => `Aktionen für ${title}`,
  paused: 'Pausiert: Es entstehen keine weiteren Aufgaben',
  resumed: 'Geht weiter',
  ended: 'Beendet: Was offen ist, bleibt',
  removed: 'Gelöscht',
  skipped: 'Auf den nächsten Termin gelegt',
  removeTitle: 'Diese Serie löschen?',
  removeWords:
    'Es entstehen keine weiteren Aufgaben, und das lässt sich nicht zurücknehmen. Erledigtes bleibt im Verlauf.',
  removeOpen: 'Auch ihre offene Aufgabe löschen',
  keep: 'Behalten',
  emptyTitle: 'Noch wiederholt sich nichts',
  empty: 'Schreib oben „Blumen gießen alle 3 Tage“, oder wähle in einer Aufgabe eine Regel.',
};
