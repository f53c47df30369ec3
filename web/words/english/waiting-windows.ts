/** Windows about what waits: they are opened rarely, and bring their words along. */
export const waitingWindows = {
  title: 'Not saved',
  intro: 'What you wrote is kept in this browser until you save it again or throw it away.',
  newTask: 'New task',
  editOf: (title: string) => `Change of “${title}”`,
  yours: 'You wrote',
  theirs: 'It says now',
  again: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  useMine: 'Use mine',
  changedMeanwhile: 'Changed meanwhile by somebody else, or in another tab. It says now:',
  keepTheirs: 'Keep that',
  discard: 'Throw away',
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
};
