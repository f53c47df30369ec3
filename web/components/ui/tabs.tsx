import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type Props<T extends string> = {
  label: string;
  value: T;
  choices: { value: NoInfer<T>; label: ReactNode }[];
  onChange(value: NoInfer<T>): void;
};

/** One of a few ways to look at the same thing, all in sight. */
export function Tabs<T extends string>({ label, value, choices, onChange }: Props<T>) {
  return (
    <fieldset className="inline-flex rounded-lg border border-line bg-surface p-0.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="relative">
          <input
            type="radio"
            name={label}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
          />
          <span
            className={clsx(
              'flex h-7 items-center gap-1.5 rounded-md px-2.5 text-sm text-muted pointer-coarse:h-9',
              'peer-checked:bg-sunken peer-checked:font-medium peer-checked:text-ink',
              'peer-focus-visible:outline-2 peer-focus-visible:outline-accent',
            )}
          >
            {choice.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
