import { Check } from 'lucide-react';

/** Colours that are told apart in light and in dark. */
const colours = [
  '#d64545',
  '#d9730d',
  '#b7860b',
  '#5a8f29',
  '#2a9d8f',
  '#2f80ed',
  '#5b5bd6',
  '#9b51e0',
  '#d6409f',
  '#8d6e63',
  '#64748b',
];

type Props = {
  label: string;
  none: string;
  names: readonly string[];
  value: string | null;
  onChange(colour: string | null): void;
};

/** One of a few colours, or none. Drawn: our policy forbids styles in HTML. */
export function ColourChoice({ label, none, names, value, onChange }: Props) {
  const offered = value && !colours.includes(value) ? [...colours, value] : colours;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="-ml-1 flex flex-wrap">
        {[null, ...offered].map((colour, index) => (
          <label key={colour ?? ''} className="relative grid size-9 place-items-center">
            <input
              type="radio"
              name="colour"
              aria-label={colour ? (names[index - 1] ?? colour) : none}
              checked={value === colour}
              onChange={() => onChange(colour)}
              className="peer absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <svg
              viewBox="0 0 24 24"
              aria-hidden="true"
              className="size-6 rounded-full text-line-strong peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
            >
              {colour ? (
                <circle cx="12" cy="12" r="12" fill={colour} />
              ) : (
                <circle cx="12" cy="12" r="11" fill="none" stroke="currentColor" strokeWidth="2" />
              )}
            </svg>
            {value === colour && (
              <Check
                aria-hidden
                strokeWidth={3}
                className={`pointer-events-none absolute size-4 ${colour ? 'text-[oklch(1_0_0)]' : 'text-ink'}`}
              />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
