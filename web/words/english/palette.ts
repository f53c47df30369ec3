/** The command palette. */
export const palette = {
  title: 'Commands',
  field: 'Go to, find or do anything',
  nothing: 'Nothing found',
  account: 'Account',
  openTask: 'Open',
  moveTo: (day: string) => `Move to: ${day}`,
  write: (line: string) => `Add the task “${line}”`,
  groups: {
    create: 'Create',
    go: 'Go to',
    projects: 'Projects',
    labels: 'Labels',
    filters: 'Filters',
    tasks: 'Tasks',
    write: 'Write it down',
    more: 'More',
  },
};
