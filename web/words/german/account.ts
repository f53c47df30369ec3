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
  factor: {
    title: 'Dein zweiter Faktor',
    why: 'Das Passwort stimmt. Zeig jetzt noch, dass du es bist.',
    code: 'Code',
    codeHint: 'Die sechs Ziffern, die deine Authenticator-App für Zerodo zeigt',
    backupCode: 'Ersatzcode',
    backupHint: 'Einer der zehn, die du aufbewahrt hast. Jeder gilt einmal.',
    submit: 'Weiter',
    useBackup: 'Einen Ersatzcode verwenden',
    useApp: 'Die Authenticator-App verwenden',
    again: 'Zurück zum Passwort',
    refused: {
      wrong:
        'Dieser Code stimmt nicht oder nicht mehr: Nimm den, den die App jetzt zeigt. Passt keiner, geht die Uhr deines Telefons falsch: Lass sie sich selbst stellen.',
      wrongBackup: 'Das ist keiner deiner Ersatzcodes, oder er ist schon verbraucht. Nimm einen anderen.',
      used: 'Dieser Code ist schon verbraucht. Warte auf den nächsten: Er kommt innerhalb einer halben Minute.',
      waits: (seconds) =>
        `Zu viele falsche Codes. Warte ${seconds} Sekunden und versuch es noch einmal. Wenn du das nicht warst, ändere dein Passwort.`,
      locked:
        'Zu viele falsche Codes. Warte eine Viertelstunde und versuch es noch einmal. Wenn du das nicht warst, ändere dein Passwort.',
      tooMany: 'Fünf falsche Codes sind genug. Gib dein Passwort noch einmal ein, dann den nächsten Code.',
      over: 'Das hat zu lange gedauert. Gib dein Passwort noch einmal ein: Für den Code sind zehn Minuten Zeit.',
    },
  },
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
