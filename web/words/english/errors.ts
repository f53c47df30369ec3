/** What is said when something fails. */
export const errors = {
  notChanged: 'Not changed',
  unreachable: 'Zerodo could not be reached. Check the connection; nothing you typed is lost.',
  unexpected: (status: number) => `The server answered ${status}. Try again in a moment.`,
  /** By code; what is not here is said in the API's own words. */
  byCode: {
    'database-full': 'The disk of Zerodo is full.',
    'database-read-only': 'Zerodo can only be read just now.',
  } as Record<string, string>,
  title: 'Something went wrong',
  safe: 'Your tasks are safe. Try again; if it stays like this, reload the page.',
  notFoundTitle: 'There is no such page',
  notFound: 'The address may have a typing error, or what was here is gone.',
  home: 'Go to your tasks',
};
