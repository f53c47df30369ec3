/** Signing in, the account's menu, notifications, series, and what is said when something fails. */
export const account = {
  of: (name: string) => `Account of ${name}`,
  menu: 'Account',
  signOut: 'Sign out',
  language: 'Language',
  signIn: { title: 'Welcome back', submit: 'Sign in', other: 'New here?', link: 'Create an account' },
  signUp: {
    title: 'Create your account',
    submit: 'Create account',
    other: 'You have an account?',
    link: 'Sign in',
  },
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 10 characters',
  refused: {
    mismatch: 'E-mail and password do not belong together. Check both and try again.',
    known: 'There is an account with this e-mail already. Sign in instead.',
    short: 'The password needs at least 10 characters.',
    long: 'The password can have at most 128 characters.',
    noEmail: 'This is no e-mail address. Check it for a typing error.',
    tooOften: 'Too many tries in a short time. Wait ten seconds and try again.',
    failed: 'That did not work. Try again in a moment.',
  },
};

export const notifications = {
  title: 'Notifications',
  unread: (count: number) => `Notifications, ${count} unread`,
  markAll: 'Mark all as read',
  isUnread: 'unread',
  due: (moment: string) => `Due ${moment}`,
  reminder: 'Reminder',
  many: (count: number) => `${count} reminders`,
  late: 'late',
  open: 'Open',
  show: 'Show',
  noneTitle: 'No reminders yet',
  none: 'Give a task a time, for example “Call Ana tomorrow 16:00”, and its reminder comes here.',
};

export const series = {
  next: (moment: string) => `Next ${moment}`,
  nothingNext: 'No further date',
  status: { active: 'Active', paused: 'Paused', ended: 'Ended' },
  pause: 'Pause',
  resume: 'Resume',
  end: 'End',
  remove: 'Delete',
  skip: 'Skip the next one',
  actions: (title: string) => `Actions for ${title}`,
  failed: 'Not changed',
  paused: 'Paused: no further tasks are made',
  resumed: 'Goes on',
  ended: 'Ended: what is open stays',
  removed: 'Deleted',
  skipped: 'Skipped to the next date',
  removeTitle: 'Delete this series?',
  removeWords: 'It makes no further tasks, and this cannot be undone. What is done stays in your history.',
  removeOpen: 'Delete its open task too',
  keep: 'Keep it',
  emptyTitle: 'Nothing repeats yet',
  empty: 'Write “Water the plants every 3 days” above, or choose a rule in a task.',
};

export const errors = {
  unreachable: 'Zerodo could not be reached. Check the connection; nothing you typed is lost.',
  unexpected: (status: number) => `The server answered ${status}. Try again in a moment.`,
  /** By code; what is not here is said in the API's own words. */
  byCode: {} as Record<string, string>,
  title: 'Something went wrong',
  safe: 'Your tasks are safe. Try again; if it stays like this, reload the page.',
  notFoundTitle: 'There is no such page',
  notFound: 'The address may have a typing error, or what was here is gone.',
  home: 'Go to your tasks',
};
