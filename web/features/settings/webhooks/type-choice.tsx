'use client';
import { useId } from 'react';
import { useSettingsWords } from '../words/settings-words.ts';
import { byNoun, partsOf } from './type-words.ts';

type Props = { types: readonly string[]; chosen: string[] | null; onChange(chosen: string[] | null): void };

/** Everything, or some of it by what it is about; null is everything, also what comes later. */
export function TypeChoice({ types, chosen, onChange }: Props) {
  const { webhooks: words } = useSettingsWords();
  const name = useId();
  return (
    <fieldset>
      <legend className="text-sm font-medium">{words.types}</legend>
      <div className="mt-1.5 flex gap-5 text-sm">
        {[null, [] as string[]].map((start) => (
          <label key={String(start)} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name={name}
              checked={(chosen === null) === (start === null)}
              onChange={() => onChange(start)}
              className="size-4 accent-accent"
            />
            {start === null ? words.everything : words.chosen}
          </label>
        ))}
      </div>
      {chosen &&
        byNoun(types).map(([noun, its]) => (
          <fieldset key={noun} className="mt-2">
            <legend className="text-xs font-medium text-muted">{words.noun[noun] ?? noun}</legend>
            <div className="mt-0.5 grid grid-cols-2 gap-x-3">
              {its.map((type) => {
                const { verb } = partsOf(type);
                return (
                  <label key={type} className="flex min-h-8 items-center gap-2 text-sm">
                    <input
                      type="checkbox"
                      checked={chosen.includes(type)}
                      onChange={({ target }) =>
                        onChange(target.checked ? [...chosen, type] : chosen.filter((one) => one !== type))
                      }
                      className="size-4 accent-accent"
                    />
                    {words.verb[verb] ?? verb}
                  </label>
                );
              })}
            </div>
          </fieldset>
        ))}
    </fieldset>
  );
}
