import type { SettingsWords } from '../settings-words.ts';

export const frame: SettingsWords['frame'] = {
  title: 'Einstellungen',
  back: 'Zurück zu den Aufgaben',
  sections: {
    profile: { name: 'Profil', about: 'Name, Sprache, Zeitzone, Passwort, zweiter Faktor, Passkeys, Geräte' },
    reminders: { name: 'Erinnerungen', about: 'Wann und wo Zerodo dich erinnert' },
    tokens: { name: 'API und Kalender', about: 'Programme und Kalender deine Aufgaben lesen lassen' },
    webhooks: { name: 'Webhooks', about: 'Einem anderen Programm sagen, was geschieht' },
    data: { name: 'Deine Daten', about: 'Importieren, exportieren, Konto löschen' },
  },
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert',
  notSaved: 'Nicht gespeichert',
  cancel: 'Abbrechen',
  save: 'Speichern',
  add: 'Hinzufügen',
  edit: 'Bearbeiten',
  remove: 'Löschen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Es ließ sich nicht kopieren: Markiere es und kopiere es von Hand.',
  done: 'Fertig',
  on: 'An',
  off: 'Aus',
  unreadable: 'Das ließ sich nicht lesen.',
  never: 'nie',
  byCode: {
    INVALID_PASSWORD: 'Das Passwort stimmt nicht.',
    PASSWORD_TOO_SHORT: 'Das Passwort braucht mindestens 10 Zeichen.',
    PASSWORD_TOO_LONG: 'Das Passwort darf höchstens 128 Zeichen haben.',
    TOTP_ALREADY_ENABLED: 'Der zweite Faktor ist schon eingeschaltet.',
    INVALID_TOKEN: 'Dieser Link ist verbraucht oder zu alt. Fordere einen neuen an.',
    EMAIL_ALREADY_VERIFIED: 'Deine Adresse ist schon bestätigt.',
    SESSION_NOT_FRESH: 'Du hast dich vor mehr als einem Tag angemeldet: Melde dich neu an, um das zu sehen.',
    CHALLENGE_NOT_FOUND:
      'Das hat zu lange gedauert. Gib dein Passwort noch einmal ein: Du hast fünf Minuten Zeit.',
    'passkey-cancelled': 'Es wurde kein Passkey angelegt. Versuch es noch einmal.',
    'passkey-exists': 'Dieses Gerät hat schon einen Passkey von dir.',
    'passkey-elsewhere':
      'Passkeys gelten nur unter dem Namen dieses Zerodo: Öffne es dort. Auf diesem Rechner ist das localhost, nicht 127.0.0.1.',
    'passkey-unverified':
      'Dieses Gerät prüft nicht, dass du es bist. Nimm eines mit PIN, Fingerabdruck oder Gesicht.',
    'passkey-browser':
      'Dieses Gerät kann keinen Passkey anlegen, den Zerodo nimmt. Versuch es mit einem anderen.',
    PASSKEY_NOT_VERIFIED:
      'Dieses Gerät hat nicht geprüft, dass du es bist. Nimm eines mit PIN, Fingerabdruck oder Gesicht.',
    PASSKEY_REFUSED:
      'Dieser Passkey ließ sich nicht anlegen: Versuch es noch einmal oder mit einem anderen Gerät.',
    PASSKEY_NOT_FOUND: 'Diesen Passkey gibt es nicht mehr.',
    TOO_MANY_PASSKEYS: 'Mehr Passkeys gehen nicht: Lösche einen.',
    tooOften: 'Zu viele Versuche in kurzer Zeit. Warte eine Minute und versuch es noch einmal.',
    ACCOUNT_NOT_ERASED:
      'Deine Daten ließen sich gerade nicht löschen, deshalb bleibt das Konto. Versuch es gleich noch einmal.',
    'channel-not-configured': 'Dieser Weg ist nicht eingerichtet.',
    'confirmation-mismatch': 'Das ist nicht die Adresse dieses Kontos.',
    'import-too-large': 'Die Datei hat zu viele Aufgaben: Teile sie.',
    'import-row-invalid': 'Manche Zeilen lassen sich nicht lesen, deshalb wurde nichts importiert.',
    'push-subscription-not-found': 'Diesen Browser gibt es hier nicht mehr.',
    'target-refused':
      'Diese Adresse geht nicht: Sie muss mit https:// beginnen und außerhalb privater Netze liegen.',
    'token-not-found': 'Diesen Token gibt es nicht mehr.',
    'too-many-push-subscriptions': 'Mehr Browser gehen nicht: Entferne einen.',
    'too-many-tokens': 'Mehr Token gehen nicht: Lösche einen.',
    'too-many-webhooks': 'Mehr Webhooks gehen nicht: Lösche einen.',
    'unknown-timezone': 'Diese Zeitzone gibt es nicht.',
    'version-mismatch': 'Das wurde woanders geändert. Hier steht der neue Stand; ändere es noch einmal.',
    'webhook-not-found': 'Diesen Webhook gibt es nicht mehr.',
    'webhooks-not-configured': 'Webhooks sind auf dieser Installation nicht eingerichtet.',
  },
};
