/** Signing in, and the account's menu. */
export const account = {
  menu: 'Account',
  settings: 'Settings',
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
  forgot: 'Forgot your password?',
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
