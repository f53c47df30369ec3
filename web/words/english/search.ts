/** The search. */
export const search = {
  field: 'Search tasks',
  placeholder: 'Title or notes',
  results: (count: string) => `${count} found`,
  clear: 'Clear the search',
  title: 'Find any task',
  noResultsTitle: 'Nothing found',
  noResults: (words: string) => `No task has “${words}” in its title or notes. Try fewer or other words.`,
};
