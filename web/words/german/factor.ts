import type { factor as english } from '../english/factor.ts';

export const factor: typeof english = {
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
    tooOften: 'Zu viele Versuche in kurzer Zeit. Warte zehn Sekunden und versuch es noch einmal.',
    failed: 'Das hat nicht geklappt. Versuch es gleich noch einmal.',
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
};
