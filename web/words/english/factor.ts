/** The second step of signing in, which few pages show: it brings its own words. */
export const factor = {
  title: 'Your second factor',
  why: 'The password is right. Now show that it is you.',
  code: 'Code',
  codeHint: 'The six digits that your authenticator app shows for Zerodo',
  backupCode: 'Backup code',
  backupHint: 'One of the ten that you kept. Each is good once.',
  submit: 'Go on',
  useBackup: 'Use a backup code',
  useApp: 'Use the authenticator app',
  again: 'Back to the password',
  refused: {
    tooOften: 'Too many tries in a short time. Wait ten seconds and try again.',
    failed: 'That did not work. Try again in a moment.',
    wrong:
      'This code is not right, or not any more: take the one that the app shows now. If none fits, the clock of your phone is wrong: let it set itself.',
    wrongBackup: 'This is none of your backup codes, or it was used already. Take another one.',
    used: 'This code was used already. Wait for the next one: it comes within half a minute.',
    waits: (seconds: number) =>
      `Too many wrong codes. Wait ${seconds} seconds and try again. If that was not you, change your password.`,
    locked:
      'Too many wrong codes. Wait a quarter of an hour and try again. If that was not you, change your password.',
    tooMany: 'Five wrong codes are enough. Give your password again, then the next code.',
    over: 'It took too long. Give your password again: there are ten minutes for the code.',
  },
};
