import type { SettingsWords } from '../settings-words.ts';

export const passkeys: SettingsWords['passkeys'] = {
  title: 'Passkeys',
  hint: 'Melde dich mit Fingerabdruck, Gesicht oder PIN eines Geräts an, ohne Passwort und Code.',
  none: 'Noch keine Passkeys.',
  noBrowser: 'Dieser Browser kann keine Passkeys anlegen: Öffne diese Seite in einem neueren.',
  add: 'Neuer Passkey',
  addTitle: 'Neuer Passkey',
  addWords: 'Gib dein Passwort ein und tu dann, was dein Gerät verlangt.',
  name: 'Name',
  nameHint: 'Woran du ihn wiedererkennst',
  go: 'Weiter',
  unnamed: 'Passkey',
  added: (when) => `hinzugefügt ${when}`,
  done: 'Passkey hinzugefügt',
  rename: 'Umbenennen',
  renameOf: (name) => `Passkey ${name} umbenennen`,
  renameTitle: 'Passkey umbenennen',
  removeOf: (name) => `Passkey ${name} löschen`,
  removeTitle: (name) => `„${name}“ löschen?`,
  removeWords:
    'Danach lässt er niemanden mehr hinein. Geräte bleiben angemeldet. Dein Gerät bietet ihn vielleicht weiter an, bis du ihn auch dort löschst.',
  removed: 'Passkey gelöscht',
};
