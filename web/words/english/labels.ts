/** Changing labels. */
export const labels = {
  edit: 'Edit the label',
  editTitle: 'Label',
  remove: 'Delete',
  removeSure: 'Yes, delete it',
  removeWords: (tasks: string) => `It goes from ${tasks} and from what is done. This cannot be undone.`,
};
