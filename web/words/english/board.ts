/** The board. */
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
