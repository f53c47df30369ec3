'use client';
import type { Reminder } from '@zerodo/domain/reminder';
import type { Settings } from '@zerodo/domain/settings';
import { X } from 'lucide-react';
import { wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { reminderInWords } from '../../task/reminder-words.ts';
import { Card } from '../parts/card.tsx';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { SaveSign } from '../parts/save-sign.tsx';
import { useChangePreferences } from '../preferences/use-change-preferences.ts';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { AddDefault } from './add-default.tsx';

/** What a new task is reminded by. */
export function DefaultsCard({ preferences: { reminders } }: { preferences: Settings }) {
  const { reminders: words } = useSettingsWords();
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const change = useChangePreferences();
  const today = wallClock(viewer.now, viewer.zone).date;
  return (
    <Card title={words.defaults} hint={words.defaultsHint} aside={<SaveSign {...change} />}>
      {(['timed', 'allDay'] as const).map((kind) => {
        const list = reminders[kind];
        const put = (next: Reminder[]) => change.save({ reminders: { [kind]: next } });
        return (
          <div key={kind} className="border-t border-line py-3 first:border-t-0 first:pt-0">
            <h3 className="text-sm font-medium">{words[kind]}</h3>
            {list.length === 0 && <p className="mt-1 text-sm text-muted">{words.none}</p>}
            <ul aria-label={words[kind]} className="mt-2 flex flex-wrap gap-2">
              {list.map((reminder) => {
                const name = reminderInWords(reminder, today, page);
                return (
                  <li
                    key={JSON.stringify(reminder)}
                    className="flex h-9 items-center gap-1 rounded-full bg-bell-soft pl-3 text-sm text-bell"
                  >
                    {name}
                    <button
                      type="button"
                      aria-label={words.removing(name)}
                      className="grid size-9 place-items-center rounded-full"
                      onClick={() => put(list.filter((one) => one !== reminder))}
                    >
                      <X aria-hidden className="size-4" />
                    </button>
                  </li>
                );
              })}
            </ul>
            <AddDefault
              kind={kind}
              list={list}
              today={today}
              onAdd={(reminder) => put([...list, reminder])}
            />
          </div>
        );
      })}
      <ChangeProblem error={change.error} />
    </Card>
  );
}
