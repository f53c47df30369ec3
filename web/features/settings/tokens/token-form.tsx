'use client';
import { type FormEvent, useId, useState } from 'react';
import { TextField } from '../../session/text-field.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { control } from '../parts/row.tsx';
import { Says } from '../parts/says.tsx';
import { WindowButtons } from '../parts/window-buttons.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import type { NewToken, TokenScope } from './token-queries.ts';

type Props = { busy: boolean; error: Error | null; onMake(token: NewToken): void; onClose(): void };

const scopes = ['read', 'write', 'calendar'] as const;
const lengths = [7, 30, 90, 365, 0] as const;

export function TokenForm({ busy, error, onMake, onClose }: Props) {
  const { tokens: words } = useSettingsWords();
  const [nothing, setNothing] = useState(false);
  const id = useId();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const may = fields.getAll('scope') as TokenScope[];
    setNothing(may.length === 0);
    if (may.length === 0) return;
    const expiresInDays = Number(fields.get('days'));
    onMake({
      name: String(fields.get('name')).trim(),
      scopes: may,
      ...(expiresInDays > 0 && { expiresInDays }),
    });
  };
  return (
    <form onSubmit={send} className="mt-4 flex flex-col gap-4">
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={100}
        pattern=".*\S.*"
        autoComplete="off"
      />
      <fieldset>
        <legend className="text-sm font-medium">{words.may}</legend>
        {scopes.map((scope) => (
          <label key={scope} className="mt-1 flex items-start gap-3 py-1.5 text-sm">
            <input
              type="checkbox"
              name="scope"
              value={scope}
              defaultChecked={scope === 'read'}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              <span className="font-medium">{words.scope[scope].name}</span>{' '}
              <span className="text-muted">{words.scope[scope].about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="flex items-center gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {words.expires}
        </label>
        <select id={id} name="days" defaultValue={90} className={control}>
          {lengths.map((days) => (
            <option key={days} value={days}>
              {words.days[days]}
            </option>
          ))}
        </select>
      </div>
      {nothing && <Says kind="problem">{words.needScope}</Says>}
      <ChangeProblem error={error} />
      <WindowButtons action={words.make} busy={busy} onClose={onClose} />
    </form>
  );
}
