import type { account as english } from '../english/account.ts';

export const account: typeof english = {
  menu: 'Konto',
  settings: 'Einstellungen',
  signOut: 'Abmelden',
  language: 'Sprache',
  signIn: { title: 'Willkommen zurück', submit: 'Anmelden', other: 'Neu hier?', link: 'Konto anlegen' },
  signUp: {
    title: 'Leg dein Konto an',
    submit: 'Konto anlegen',
    other: 'Du hast ein Konto?',
    link: 'Anmelden',
  },
  name: 'Name',
  email: 'E-Mail',
  password: 'Passwort',
  forgot: 'Passwort vergessen?',
  passwordHint: 'Mindestens 10 Zeichen',
  refused: {
    mismatch: 'E-Mail und Passwort passen nicht zusammen. Prüfe beides und versuch es noch einmal.',
    known: 'Mit dieser E-Mail gibt es schon ein Konto. Melde dich stattdessen an.',
    short: 'Das Passwort braucht mindestens 10 Zeichen.',
    long: 'Das Passwort darf höchstens 128 Zeichen haben.',
    noEmail: 'Das ist keine E-Mail-Adresse. Prüfe, ob sie einen Tippfehler hat.',
    tooOften: 'Zu viele Versuche in kurzer Zeit. Warte zehn Sekunden und versuch es noch einmal.',
    failed: 'Das hat nicht geklappt. Versuch es gleich noch einmal.',
  },
};
