import type { Account } from '@zerodo/testing/zerodo';
import { inDays, untilWeekday, zone } from './days.ts';
import { doneTasks } from './done-tasks.ts';
import { openTasks, projects, written } from './open-tasks.ts';

const colours = { home: '#2f7d5b', reading: '#8a5cc2', lisbon: '#c2542d', study: '#2b6cb0' };

const account = () => ({
  format: 'zerodo',
  version: 1,
  projects: [
    { id: projects.inbox, inbox: true, name: 'Inbox' },
    {
      id: projects.home,
      name: 'Home',
      color: colours.home,
      sections: ['Around the house', 'Garden', 'Paperwork'],
    },
    { id: projects.reading, name: 'Reading', color: colours.reading },
    {
      id: projects.lisbon,
      name: 'A week in Lisbon',
      color: colours.lisbon,
      sections: ['Before we go', 'While we are there', 'Afterwards'],
    },
    {
      id: projects.study,
      name: 'Seminar',
      color: colours.study,
      defaultView: 'board',
      sections: ['To do', 'In work', 'With somebody else'],
    },
  ],
  labels: [
    { name: 'errand', color: '#b7791f' },
    { name: 'phone', color: '#2b6cb0' },
    { name: 'paperwork', color: '#7b4fb5' },
    { name: 'travel', color: '#c2542d' },
  ],
  series: [],
  tasks: [...written(), ...doneTasks(openTasks.length + 1)],
});

/** What repeats, as it is asked of `POST /tasks`. */
const repeating = (projectOf: (name: string) => string) => [
  {
    title: 'Water the plants',
    projectId: projectOf('Home'),
    section: 'Garden',
    due: { date: inDays(0), time: '09:00' },
    recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'] },
    reminders: [{ type: 'before', minutes: 30 }],
  },
  {
    title: 'Pay rent',
    due: { date: `${inDays(31).slice(0, 7)}-01` },
    priority: 1,
    labels: ['paperwork'],
    recurrence: { rrules: ['FREQ=MONTHLY;BYMONTHDAY=1'] },
  },
  {
    title: 'Swim a kilometre',
    due: { date: inDays(untilWeekday(4)), time: '18:30' },
    recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=TU,TH'] },
  },
  {
    title: 'Take out the paper bin',
    projectId: projectOf('Home'),
    due: { date: inDays(untilWeekday(3)) },
    recurrence: { rrules: ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'] },
  },
  {
    title: 'Change the water filter',
    projectId: projectOf('Home'),
    due: { date: inDays(16) },
    recurrence: { rrules: ['FREQ=MONTHLY;INTERVAL=3'], mode: 'completion' },
  },
  {
    title: 'Back up the laptop',
    due: { date: inDays(untilWeekday(0)), time: '20:00' },
    recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=SU'] },
  },
];

/** What the views are asked for: ids of what the person has. */
export type Known = { project: string; board: string; filter: string; task: string; recurring: string };

/** A believable account: months of done tasks, projects of which one is shared with `friend`, rules, notices, a token. */
export async function furnish(url: string, person: Account, friend: Account): Promise<Known> {
  const made = async ({ call }: Account, path: string, body?: object, method = 'POST') => {
    const { status, json } = await call(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(json)}`);
    return json;
  };
  await made(person, '/preferences', { timezone: zone }, 'PATCH');
  await made(friend, '/preferences', { timezone: zone }, 'PATCH');
  await made(person, '/import?format=json', account());
  const { items } = await made(person, '/projects', undefined, 'GET');
  const projectOf = (name: string): string =>
    items.find((project: { name: string }) => project.name === name).id;

  const series: { id: string; recurrence: { seriesId: string } }[] = [];
  for (const task of repeating(projectOf)) {
    const due = { timezone: zone, ...task.due };
    series.push(await made(person, '/tasks', { ...task, due }));
  }
  await made(person, `/series/${series.at(-1)!.recurrence.seriesId}/pause`);

  const lisbon = projectOf('A week in Lisbon');
  const { id, code } = await made(person, `/projects/${lisbon}/members`, {
    email: 'jo@example.test',
    role: 'editor',
  });
  await made(friend, `/invitations/${id}/accept`, { code });
  for (const title of ['Reserve the train to Sintra', 'Find a café that opens early'])
    await made(friend, '/tasks', { title, projectId: lisbon, section: 'While we are there' });
  const { items: shared } = await made(friend, `/tasks?project=${lisbon}&q=adapter`, undefined, 'GET');
  await made(friend, `/tasks/${shared[0].id}/complete`);
  const filter = await made(person, '/filters', {
    name: 'Important',
    color: '#c53030',
    query: { status: 'open', priority: [1, 2] },
  });
  await made(person, '/webhooks', {
    url: 'https://hooks.example.org/zerodo',
    description: 'Counts what is done',
    types: ['dev.zerodo.series.ended.v1'],
  });
  const token = await fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { cookie: person.cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Kitchen display', scopes: ['read'] }),
  });
  if (!token.ok) throw new Error(`/api/tokens answered ${token.status}`);

  const { items: found } = await made(person, '/tasks?q=Alfama', undefined, 'GET');
  return {
    project: lisbon,
    board: projectOf('Seminar'),
    filter: filter.id,
    task: found[0].id,
    recurring: series[0]!.id,
  };
}
