import type { views as english } from '../english/views.ts';

export const views: typeof english = {
  inboxTitle: 'Der Eingang ist leer',
  inbox: 'Was noch kein Projekt hat, landet hier. Schreib es oben hin.',
  upcomingTitle: 'Nichts ist geplant',
  upcoming: 'Gib einer Aufgabe einen Tag, etwa „Ana am Freitag anrufen“, dann steht sie hier.',
  projectTitle: 'Keine Aufgaben in diesem Projekt',
  project: 'Schreib die erste oben hin; sie kommt hierher.',
  labelTitle: 'Keine offenen Aufgaben mit diesem Etikett',
  label: 'Was du oben schreibst, bekommt es.',
  completedTitle: 'Noch ist nichts erledigt',
  completed: 'Erledigte Aufgaben bleiben hier, Tag für Tag.',
  projectGoneTitle: 'Dieses Projekt gibt es nicht',
  projectGone: 'Es wurde gelöscht, oder du gehörst nicht mehr dazu.',
};
