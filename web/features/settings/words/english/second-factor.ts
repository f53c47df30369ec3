/** Codes of an authenticator app after the password. */
export const secondFactor = {
  title: 'Second factor',
  hint: 'After the password, sign-in asks for a code from an app on your phone.',
  isOn: 'Switched on',
  isOff: 'Switched off: the password is enough.',
  on: 'Switch it on',
  off: 'Switch it off',
  newCodes: 'New backup codes',
  go: 'Go on',
  prove: 'Check the code',
  picture: 'QR code for your authenticator app; the key below it says the same',
  key: 'Key, where you cannot scan',
  codes: 'Backup codes',
  download: 'Save as a file',
  kept: 'I have kept them',
  offTitle: 'Switch the second factor off?',
  offWords: 'The password is enough from then on. The entry in your app and the backup codes end.',
  steps: {
    ask: {
      title: 'Switch the second factor on',
      about: 'You need an authenticator app on your phone. You will be signed out everywhere else.',
    },
    scan: {
      title: 'Scan it with your app',
      about: 'Then write the code that the app shows. It is on only after that.',
    },
    keep: {
      title: 'Keep your backup codes',
      about: 'Each lets you in once without your phone. They are shown this once: keep them somewhere else.',
    },
    anew: { title: 'New backup codes?', about: 'Those that you have end.' },
  },
};
