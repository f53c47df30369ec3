import type { passkey as english } from '../english/passkey.ts';

export const passkey: typeof english = {
  signIn: 'Mit Passkey anmelden',
  refused: {
    browser:
      'Dieser Browser kann keine Passkeys. Melde dich mit dem Passwort an oder nimm einen neueren Browser.',
    cancelled: 'Es wurde kein Passkey verwendet. Versuch es noch einmal oder melde dich mit dem Passwort an.',
    elsewhere:
      'Passkeys gelten nur unter dem Namen dieses Zerodo: Öffne es dort. Auf diesem Rechner ist das localhost, nicht 127.0.0.1.',
    exists: 'Dieses Gerät hat schon einen Passkey von dir.',
    unverified:
      'Dieses Gerät hat nicht geprüft, dass du es bist. Nimm eines mit PIN, Fingerabdruck oder Gesicht.',
    unknown: 'Zerodo kennt diesen Passkey nicht mehr. Melde dich mit dem Passwort an.',
    over: 'Das hat zu lange gedauert. Versuch es noch einmal.',
    tooOften: 'Zu viele Versuche in kurzer Zeit. Warte zehn Sekunden und versuch es noch einmal.',
    failed:
      'Dieser Passkey ließ sich nicht verwenden. Versuch es noch einmal oder melde dich mit dem Passwort an.',
  },
};
