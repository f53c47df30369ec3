import type { SettingsWords } from '../settings-words.ts';

export const secondFactor: SettingsWords['secondFactor'] = {
  title: 'Zweiter Faktor',
  hint: 'Nach dem Passwort fragt die Anmeldung nach einem Code aus einer App auf deinem Telefon.',
  isOn: 'Eingeschaltet',
  isOff: 'Ausgeschaltet: Das Passwort genügt.',
  on: 'Einschalten',
  off: 'Ausschalten',
  newCodes: 'Neue Ersatzcodes',
  go: 'Weiter',
  prove: 'Code prüfen',
  picture: 'QR-Code für deine Authenticator-App; der Schlüssel darunter sagt dasselbe',
  key: 'Schlüssel, wo du nicht scannen kannst',
  codes: 'Ersatzcodes',
  download: 'Als Datei sichern',
  kept: 'Ich habe sie aufbewahrt',
  offTitle: 'Zweiten Faktor ausschalten?',
  offWords: 'Danach genügt das Passwort. Der Eintrag in deiner App und die Ersatzcodes gelten nicht mehr.',
  steps: {
    ask: {
      title: 'Zweiten Faktor einschalten',
      about: 'Du brauchst eine Authenticator-App auf deinem Telefon. Überall sonst wirst du abgemeldet.',
    },
    scan: {
      title: 'Scanne ihn mit deiner App',
      about: 'Schreib dann den Code, den die App zeigt. Erst danach ist er eingeschaltet.',
    },
    keep: {
      title: 'Bewahre deine Ersatzcodes auf',
      about:
        'Jeder lässt dich einmal ohne dein Telefon hinein. Sie stehen nur dieses eine Mal hier: Bewahre sie woanders auf.',
    },
    anew: { title: 'Neue Ersatzcodes?', about: 'Die bisherigen gelten dann nicht mehr.' },
  },
};
