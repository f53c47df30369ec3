import { clsx } from 'clsx';

type Props = {
  checked: boolean;
  onChange(checked: boolean): void;
  label: string;
  /** The id of words that say more. */
  describedBy?: string;
  disabled?: boolean;
};

/** On or off, at once. A button, because the library's own one brings inline styles that our policy forbids. */
export function Switch({ checked, onChange, label, describedBy, disabled }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className="grid h-10 w-12 shrink-0 place-items-center rounded-lg disabled:cursor-not-allowed disabled:opacity-55"
    >
      <span
        className={clsx(
          'flex h-6 w-10 items-center rounded-full border p-0.5 transition-colors',
          checked ? 'justify-end border-accent bg-accent' : 'justify-start border-line-strong bg-sunken',
        )}
      >
        <span className={clsx('size-[1.125rem] rounded-full', checked ? 'bg-on-accent' : 'bg-line-strong')} />
      </span>
    </button>
  );
}
