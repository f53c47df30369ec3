import { TextField } from '../../session/text-field.tsx';
import { useSettingsWords } from '../words/settings-words.ts';

/** What a passkey is called. */
export function NameField({ name }: { name: string }) {
  const { passkeys: words } = useSettingsWords();
  return (
    <TextField
      name="name"
      label={words.name}
      hint={words.nameHint}
      defaultValue={name}
      required
      maxLength={100}
      pattern=".*\S.*"
      autoComplete="off"
    />
  );
}
