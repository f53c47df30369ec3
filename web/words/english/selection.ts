/** What is done to several tasks at once. */
export const selection = {
  label: 'Selected tasks',
  count: (count: number) => `${count} selected`,
  complete: 'Complete',
  day: 'Day',
  priority: 'Priority',
  labels: 'Label',
  project: 'Project',
  remove: 'Delete',
  clear: 'Clear the selection',
  pickDay: 'Another day',
  noLabels: 'No labels yet',
};
