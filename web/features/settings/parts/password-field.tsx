import { TextField } from '../../session/text-field.tsx';
import { useSettingsWords } from '../words/settings-words.ts';

/** The password that somebody has now, asked for before what is theirs alone. */
export function PasswordField({ name = 'password', label }: { name?: string; label?: string }) {
  const { profile } = useSettingsWords();
  return (
    <TextField
      name={name}
      label={label ?? profile.currentPassword}
      type="password"
      autoComplete="current-password"
      required
      maxLength={128}
    />
  );
}
