/** Signing in with a passkey. */
export const passkey = {
  signIn: 'Sign in with a passkey',
  refused: {
    browser: 'This browser cannot use passkeys. Sign in with your password, or use a newer browser.',
    cancelled: 'No passkey was used. Try again, or sign in with your password.',
    elsewhere:
      'Passkeys work only at the name of this Zerodo: open it there. On this machine that is localhost, and not 127.0.0.1.',
    exists: 'This device has a passkey of yours already.',
    unverified: 'This device did not check that it is you. Take one with a PIN, a fingerprint or a face.',
    unknown: 'Zerodo does not know this passkey any more. Sign in with your password.',
    over: 'It took too long. Try again.',
    tooOften: 'Too many tries in a short time. Wait ten seconds and try again.',
    failed: 'This passkey could not be used. Try again, or sign in with your password.',
  },
};
