/** Calendar and board. */
export const calendar = {
  span: 'How much to show',
  month: 'Month',
  week: 'Week',
  before: { month: 'Month before', week: 'Week before' },
  after: { month: 'Month after', week: 'Week after' },
  coming: (title: string) => `${title}, comes by its rule`,
};

export const board = {
  look: 'How to show it',
  list: 'List',
  board: 'Board',
  by: 'Columns',
  section: 'Sections',
  priority: 'Priority',
  none: 'No section',
  column: (name: string, count: number) => `${name}, ${count} ${count === 1 ? 'task' : 'tasks'}`,
  addSection: 'Add a section',
};
