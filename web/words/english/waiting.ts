/** What waits for the network, what could not be saved, and days on which something does not work. */
export const waiting = {
  refused: (title: string) => (title ? `“${title}” could not be saved` : 'A change could not be saved'),
  see: 'See it',
  notSaved: (count: number) => `${count} not saved`,
  notSavedAll: (count: number) => `${count} ${count === 1 ? 'change was' : 'changes were'} not saved: see`,
  title: 'Not saved',
  intro: 'What you wrote is kept in this browser until you save it again or throw it away.',
  newTask: 'New task',
  editOf: (title: string) => `Change of “${title}”`,
  yours: 'You wrote',
  theirs: 'It says now',
  useMine: 'Use mine',
  again: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  discard: 'Throw away',
  keepsNothing: 'This browser keeps nothing',
  keepOpen: 'Its storage is full or blocked. Everything works, but keep this tab open while changes wait.',
  changedMeanwhile: 'Changed meanwhile by somebody else, or in another tab. It says now:',
  keepTheirs: 'Keep that',
  leave: {
    title: 'Sign out and lose changes?',
    words: (count: number) =>
      `${count} ${count === 1 ? 'change has' : 'changes have'} not been sent yet. Signing out erases what this browser keeps of you.`,
    stay: 'Stay signed in',
    go: 'Sign out and lose them',
  },
  signIn: {
    title: 'Sign in again to go on',
    words: 'Your session is over. What you typed is still here, and waiting changes go out afterwards.',
    submit: 'Go on',
    another: 'Sign in as somebody else',
  },
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
