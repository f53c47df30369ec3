/** What waits for the network, what could not be saved, and days on which something does not work. */
export const waiting = {
  refused: (title: string) => (title ? `“${title}” could not be saved` : 'A change could not be saved'),
  see: 'See it',
  notSaved: (count: number) => `${count} not saved`,
  /** The name of the button that shows the former: who speaks to it says what it shows. */
  notSavedAll: (count: number) => `${count} not saved: see`,
  keepsNothing: 'This browser keeps nothing',
  keepOpen: 'Its storage is full or blocked. Everything works, but keep this tab open while changes wait.',
  version: {
    title: 'A new version is there',
    words: 'Reload to go on. What you typed is kept.',
    reload: 'Reload',
  },
  clock: {
    title: (minutes: number, ahead: boolean) =>
      `The clock of this device is ${minutes} minutes ${ahead ? 'ahead' : 'behind'}`,
    words: 'Zerodo goes by the right time. Set the clock to rid other programs of it.',
  },
  offline: {
    title: 'You are offline',
    words: 'This page has not been opened here before, so it cannot be shown without a connection.',
    kept: 'Nothing is lost: what you changed is kept in this browser and sent when the connection is back.',
    again: 'Try again',
    today: 'Go to Today',
  },
  noScript:
    'Zerodo needs JavaScript. Allow scripts for this address in the settings of your browser, or switch off what blocks them, and reload the page.',
};
