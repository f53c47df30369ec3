import { inDays, zone } from './days.ts';

/** What a task of the pictures may say; the rest is what a task usually is. */
type Words = {
  project: number;
  title: string;
  section?: string;
  notes?: string;
  priority?: number;
  labels?: string[];
  due?: [inDays: number, time?: string];
  reminders?: object[];
  durationMinutes?: number;
  /** The title of the task that it is a part of. */
  part?: string;
};

export const projects = { inbox: 1, home: 2, reading: 3, lisbon: 4, study: 5 };
const { inbox, home, reading, lisbon, study } = projects;

const lisbonNotes = `The flat in **Alfama** has no lift.

- [ ] Ask about a cot
- [x] Compare the two quiet streets
- [ ] Write to the host before Friday

> Check-in from 15:00, keys at the café next door: [how to get there](https://example.org/alfama)`;

/** What waits to be done, in the order in which it stands in its project. */
export const openTasks: Words[] = [
  {
    project: home,
    title: 'Return the drill to Tomás',
    section: 'Around the house',
    due: [-2],
    labels: ['errand'],
  },
  { project: inbox, title: 'Answer the tax office', due: [-1], priority: 1, labels: ['paperwork'] },
  { project: inbox, title: 'Call the dentist', due: [0, '11:30'], priority: 2, labels: ['phone'] },
  {
    project: home,
    title: 'Pick up the parcel at the station',
    section: 'Around the house',
    due: [0],
    labels: ['errand'],
  },
  {
    project: study,
    title: 'Read chapter 4 and write half a page about it',
    section: 'In work',
    due: [0, '19:00'],
  },
  { project: reading, title: 'Bring back “The Overstory”', due: [1], labels: ['errand'] },
  {
    project: lisbon,
    title: 'Book the flat in Alfama',
    section: 'Before we go',
    due: [1, '18:00'],
    priority: 1,
    notes: lisbonNotes,
    labels: ['travel', 'paperwork'],
    reminders: [{ type: 'before', minutes: 60 }],
    durationMinutes: 45,
  },
  {
    project: lisbon,
    title: 'Ask for a late check-in',
    section: 'Before we go',
    part: 'Book the flat in Alfama',
  },
  { project: lisbon, title: 'Send the deposit', section: 'Before we go', part: 'Book the flat in Alfama' },
  { project: lisbon, title: 'Renew the passport', section: 'Before we go', due: [6], priority: 1 },
  { project: lisbon, title: 'Buy a plug adapter', section: 'Before we go', labels: ['errand'] },
  { project: lisbon, title: 'Tell the neighbours about the plants', section: 'Before we go', due: [12] },
  {
    project: lisbon,
    title: 'Tram 28 before nine in the morning',
    section: 'While we are there',
    due: [19, '08:30'],
  },
  { project: lisbon, title: 'Dinner in Campo de Ourique', section: 'While we are there', due: [20, '20:00'] },
  { project: lisbon, title: 'Museum of tiles', section: 'While we are there', due: [21, '10:00'] },
  { project: lisbon, title: 'Send the photos to everybody', section: 'Afterwards', due: [27] },
  {
    project: home,
    title: 'Repaint the kitchen shelf',
    section: 'Around the house',
    due: [4],
    durationMinutes: 120,
  },
  { project: home, title: 'Find out why the hall light flickers', section: 'Around the house', priority: 2 },
  { project: home, title: 'Sow the winter salad', section: 'Garden', due: [3] },
  { project: home, title: 'Turn the compost', section: 'Garden', due: [9] },
  {
    project: home,
    title: 'Compare electricity contracts',
    section: 'Paperwork',
    due: [5],
    labels: ['paperwork'],
  },
  { project: home, title: 'Hand in the heating receipt', section: 'Paperwork', due: [8], priority: 3 },
  {
    project: study,
    title: 'Book a room for the study group',
    section: 'To do',
    due: [2, '14:00'],
    labels: ['phone'],
  },
  { project: study, title: 'Outline the seminar paper', section: 'In work', due: [7], priority: 2 },
  { project: study, title: 'Hand in the seminar paper', section: 'To do', due: [24, '23:59'], priority: 1 },
  {
    project: study,
    title: 'Prepare three questions for the reading',
    section: 'To do',
    due: [3],
    labels: ['paperwork'],
  },
  { project: study, title: 'Look for a second source on chapter 2', section: 'To do' },
  { project: study, title: 'Comments on the first draft', section: 'With somebody else', priority: 3 },
  {
    project: study,
    title: 'Interlibrary loan of the 1974 edition',
    section: 'With somebody else',
    due: [13],
  },
  { project: reading, title: 'Ask Jo which Saramago to begin with' },
  { project: reading, title: 'Order the second volume' },
  { project: reading, title: 'Write down what stayed of “The Wall”', due: [10] },
  { project: inbox, title: 'Present for Mia’s birthday', due: [11], labels: ['errand'] },
  { project: inbox, title: 'Which bicycle light lasts longer than a winter?' },
  { project: inbox, title: 'Photograph the old sofa and offer it to somebody who has just moved' },
  { project: inbox, title: 'Idea: a map of all the benches in the park' },
];

/** As the document of an account has them. */
export const written = (): object[] => {
  const numbers = new Map(openTasks.map(({ title }, index) => [title, index + 1]));
  return openTasks.map(({ due, part, ...words }, index) => ({
    ...words,
    id: index + 1,
    position: index + 1,
    parent: part ? numbers.get(part) : null,
    due: due ? { date: inDays(due[0]), time: due[1] ?? null, timezone: zone, floating: false } : null,
  }));
};
