'use client';
import type { Settings } from '@zerodo/domain/settings';
import { useEffect, useId, useState } from 'react';
import { Switch } from '@/components/ui/switch.tsx';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { control } from '../parts/row.tsx';
import { SaveSign } from '../parts/save-sign.tsx';
import { useChangePreferences } from '../preferences/use-change-preferences.ts';
import { useSettingsWords } from '../words/settings-words.ts';

const usual = { from: '22:00', to: '07:00' };

/** When nobody is disturbed. */
export function QuietCard({ quietHours }: Pick<Settings, 'quietHours'>) {
  const { reminders: words } = useSettingsWords();
  const change = useChangePreferences();
  return (
    <Card
      title={words.quiet}
      hint={words.quietHint}
      aside={
        <span className="flex items-center gap-2">
          <SaveSign {...change} />
          <Switch
            checked={quietHours !== null}
            onChange={(on) => change.save({ quietHours: on ? usual : null })}
            label={words.quiet}
          />
        </span>
      }
    >
      {quietHours && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {(['from', 'to'] as const).map((end) => (
            <TimeField
              key={end}
              label={words[end]}
              value={quietHours[end]}
              onChange={(time) => change.save({ quietHours: { ...quietHours, [end]: time } })}
            />
          ))}
        </div>
      )}
      <ChangeProblem error={change.error} />
    </Card>
  );
}

type TimeProps = { label: string; value: string; onChange(time: string): void };

/** A time of the day; half of one while it is typed is nobody's. */
export function TimeField({ label, value, onChange }: TimeProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="time"
        value={typed}
        className={control}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (!typed) setTyped(value);
          else if (typed !== value) onChange(typed);
        }}
      />
    </div>
  );
}
