import type { Page } from '../../web/e2e/chromium.ts';
import type { Known } from './person.ts';

/** One line of the table: a view, where it is, and how one sees that it is there. */
export type View = {
  /** Of its pictures. */
  name: string;
  title: string;
  /** What it is for, in one sentence. */
  says: string;
  path: (known: Known) => string;
  /** Text that is there once it has been read. */
  shows: string;
  /** What somebody does there before the picture is taken, in words of no language. */
  act?: (page: Page) => Promise<void>;
  /** Whose page it is: usually the person with a full account. */
  of?: 'nobody' | 'beginner';
};

const at = (path: string) => () => path;
const settings = (name: string, title: string, says: string, shows: string): View => ({
  name: `settings-${name}`,
  title: `Settings: ${title}`,
  says,
  path: at(`/settings/${name}`),
  shows,
});
const dialog = (page: Page) => page.getByRole('dialog').first().waitFor();

export const views: View[] = [
  {
    name: 'today',
    title: 'Today',
    says: 'What is overdue, what is due, and what of it is done.',
    path: at('/today'),
    shows: 'Call the dentist',
  },
  {
    name: 'inbox',
    title: 'Inbox',
    says: 'Where everything lands that names no project.',
    path: at('/inbox'),
    shows: 'Idea: a map',
  },
  {
    name: 'upcoming',
    title: 'Upcoming',
    says: 'Day by day; a task is dragged to another one.',
    path: at('/upcoming'),
    shows: 'Sow the winter salad',
  },
  {
    name: 'calendar-month',
    title: 'Calendar, month',
    says: 'A month at a glance.',
    path: at('/calendar'),
    shows: 'Call the dentist',
  },
  {
    name: 'calendar-week',
    title: 'Calendar, week',
    says: 'A week with its hours.',
    path: at('/calendar?span=week'),
    shows: 'Call the dentist',
  },
  {
    name: 'project',
    title: 'Project',
    says: 'Its tasks below its headings, subtasks below what they are part of.',
    path: ({ project }) => `/project/${project}`,
    shows: 'Renew the passport',
  },
  {
    name: 'board',
    title: 'Board',
    says: 'The same as columns, by heading or by priority.',
    path: ({ board }) => `/project/${board}`,
    shows: 'Outline the seminar paper',
  },
  {
    name: 'label',
    title: 'Label',
    says: 'Everything that carries it, from all projects.',
    path: at('/label/errand'),
    shows: 'Return the drill',
  },
  {
    name: 'filter',
    title: 'Filter',
    says: 'Several conditions, kept under a name.',
    path: ({ filter }) => `/filter/${filter}`,
    shows: 'Renew the passport',
  },
  {
    name: 'search',
    title: 'Search',
    says: 'Finds while one types, the best first.',
    path: at('/search?q=book'),
    shows: 'Book the flat',
  },
  {
    name: 'completed',
    title: 'Completed',
    says: 'What was done, day by day.',
    path: at('/completed'),
    shows: 'Take out the glass',
  },
  {
    name: 'recurring',
    title: 'Recurring',
    says: 'Every rule in words, with its next date; it can rest, go on or end.',
    path: at('/recurring'),
    shows: 'Pay rent',
  },
  {
    name: 'statistics',
    title: 'Statistics',
    says: 'What was done, day by day and in a year; every picture is a table as well.',
    path: at('/statistics'),
    shows: 'Best weekday',
  },
  {
    name: 'flow',
    title: 'Flow',
    says: 'For operators: each event on its way through topics and functions, as it happens.',
    path: at('/flow'),
    shows: 'task-events',
  },
  {
    name: 'observe',
    title: 'Traces and metrics',
    says: 'For operators, where it was started with `--observe`: what a click set off, step by step, and what was counted.',
    path: at('/observe'),
    shows: 'tasks.created',
    act: async (page) => {
      // The page asks again and again: later it is never idle.
      await page.waitForLoadState('networkidle');
      // Something happens that no other picture shows.
      await page.evaluate(async () => {
        const send = (method: string, path: string, body?: object) =>
          fetch(`/api/v1/tasks${path}`, {
            method,
            headers: { 'content-type': 'application/json' },
            ...(body && { body: JSON.stringify(body) }),
          });
        const made = await send('POST', '', { title: 'Seen', timezone: 'UTC' });
        const { id } = (await made.json()) as { id: string };
        await send('DELETE', `/${id}`);
      });
      await page
        .locator('[data-trace]')
        .filter({ hasText: /POST \/tasks(?!\/)/ })
        .first()
        .click();
      await page.locator('main section').nth(1).getByText('audit-record').first().waitFor();
    },
  },
  {
    name: 'notifications',
    title: 'Notifications',
    says: 'Reminders, and what others did in shared projects.',
    path: at('/notifications'),
    shows: 'Buy a plug adapter',
  },
  {
    name: 'task',
    title: 'Task',
    says: 'All of one task, with its history; every line of it can be taken back.',
    path: ({ project, task }) => `/project/${project}?task=${task}`,
    shows: 'Renew the passport',
    act: dialog,
  },
  {
    name: 'repeat',
    title: 'Recurrence editor',
    says: 'A rule in words or part by part, with the dates that come of it.',
    path: ({ recurring }) => `/today?task=${recurring}`,
    shows: 'Water the plants',
    act: async (page) => {
      const rules = page.getByRole('dialog').locator('select:has(option[value="edit"])');
      await rules.selectOption('edit');
      const editor = page.getByRole('dialog').locator('form');
      await editor.locator('select').first().waitFor();
      await editor.locator('ol li').first().waitFor();
      await rules.evaluate((select) => select.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'quick-add',
    title: 'Quick add',
    says: 'What was understood appears while one types; a chip is taken away by a press.',
    path: at('/inbox'),
    shows: 'Idea: a map',
    act: async (page) => {
      await page
        .getByRole('main')
        .getByRole('textbox')
        .pressSequentially('Water the plants every 3 days at 9am #Home p2 @errand !30 min before ');
      await page.locator('main ul[aria-label] li').nth(4).waitFor();
    },
  },
  {
    name: 'selection',
    title: 'Selection',
    says: 'Many tasks are changed at once, and taken back at once.',
    path: at('/inbox'),
    shows: 'Idea: a map',
    act: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByRole('region').last().waitFor();
    },
  },
  {
    name: 'palette',
    title: 'Command palette',
    says: 'Ctrl K: everything that can be done, and every place, by its name.',
    path: at('/today'),
    shows: 'Call the dentist',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'shortcuts',
    title: 'Keyboard shortcuts',
    says: '?: the keys.',
    path: at('/today'),
    shows: 'Call the dentist',
    act: async (page) => {
      await page.keyboard.press('?');
      await dialog(page);
    },
  },
  settings('profile', 'profile', 'Name, address, language, time zone and password.', 'lea@example.test'),
  {
    ...settings(
      'sign-in',
      'signing in',
      'A second factor, passkeys, and the devices that are signed in.',
      'lea@example.test',
    ),
    path: at('/settings/profile'),
    act: async (page) => {
      // You, time and password are above it.
      const secondFactor = page.locator('main section').nth(3);
      await secondFactor.evaluate((section) => section.scrollIntoView({ block: 'start' }));
    },
  },
  settings('reminders', 'reminders', 'What is reminded, where, and when it is quiet.', '09:00'),
  settings('tokens', 'tokens', 'Keys for programs, and the calendar feed.', 'Kitchen display'),
  settings('webhooks', 'webhooks', 'Other services hear what happens.', 'hooks.example.org'),
  settings('data', 'data', 'Import, export, and the end of the account.', 'JSON'),
  {
    name: 'empty',
    title: 'An empty view',
    says: 'It says what comes here, and how.',
    path: at('/recurring'),
    shows: '',
    of: 'beginner',
  },
  { name: 'sign-in', title: 'Sign in', says: 'The entrance.', path: at('/sign-in'), shows: '', of: 'nobody' },
  {
    name: 'sign-up',
    title: 'Sign up',
    says: 'A new account.',
    path: at('/sign-up'),
    shows: '',
    of: 'nobody',
  },
  // The last one: nobody is somebody after it.
  {
    name: 'first-steps',
    title: 'First steps',
    says: 'What somebody sees who has just come: three tasks that say what to try.',
    path: at('/sign-up'),
    shows: '',
    of: 'nobody',
    act: async (page) => {
      await page.locator('input').first().fill('Sam');
      await page.locator('input[type="email"]').fill(`sam-${Date.now()}@example.test`);
      await page.locator('input[type="password"]').fill('ten chars or more');
      await page.keyboard.press('Enter');
      await page.locator('[data-live="true"]').waitFor({ state: 'attached' });
      await page.getByRole('main').getByRole('checkbox').first().waitFor();
    },
  },
];
