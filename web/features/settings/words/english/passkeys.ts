/** Signing in by a device instead of a password. */
export const passkeys = {
  title: 'Passkeys',
  hint: 'Sign in with the fingerprint, face or PIN of a device, without password and code.',
  none: 'No passkeys yet.',
  noBrowser: 'This browser cannot make passkeys: open this page in a newer one.',
  add: 'New passkey',
  addTitle: 'New passkey',
  addWords: 'Give your password, then do what your device asks.',
  name: 'Name',
  nameHint: 'How you will know it again',
  go: 'Go on',
  unnamed: 'Passkey',
  added: (when: string) => `added ${when}`,
  done: 'Passkey added',
  rename: 'Rename',
  renameOf: (name: string) => `Rename passkey ${name}`,
  renameTitle: 'Rename the passkey',
  removeOf: (name: string) => `Delete passkey ${name}`,
  removeTitle: (name: string) => `Delete “${name}”?`,
  removeWords:
    'It lets nobody in from then on. Devices stay signed in. Your device may go on offering it until you delete it there, too.',
  removed: 'Passkey deleted',
};
