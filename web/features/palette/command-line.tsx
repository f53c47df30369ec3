import { clsx } from 'clsx';
import { Key } from '@/components/ui/key.tsx';
import type { Command } from './commands.tsx';

type Props = { id: string; command: Command; current: boolean; onPoint(): void; onRun(): void };

/** One line of the palette. The field keeps the focus and says which line is meant. */
export function CommandLine({ id, command, current, onPoint, onRun }: Props) {
  const { label, hint, keys, mark } = command;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus (aria-activedescendant)
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={id}
      role="option"
      aria-selected={current}
      onMouseMove={current ? undefined : onPoint}
      onClick={onRun}
      className={clsx(
        'flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm pointer-coarse:min-h-11',
        current && 'bg-sunken',
      )}
    >
      <span className="grid size-5 shrink-0 place-items-center text-muted">{mark}</span>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint && <span className="max-w-40 shrink-0 truncate text-[0.8125rem] text-muted">{hint}</span>}
      {keys && (
        <span aria-hidden className="flex shrink-0 gap-1 pointer-coarse:hidden">
          {keys.map((key) => (
            <Key key={key}>{key}</Key>
          ))}
        </span>
      )}
    </div>
  );
}
