import { clsx } from 'clsx';

type Props = {
  /** The middle of its mark and the upper end of it, in pixels of the drawing. */
  x: number;
  y: number;
  width: number;
  title: string;
  value: string;
};

const half = 80;

/** What the mark that is looked at says; the drawing says the same to who cannot see it. */
export function Tip({ x, y, width, title, value }: Props) {
  const beside = width < 4 * half;
  const middle = Math.max(half, Math.min(x, width - half));
  return (
    <div
      aria-hidden
      style={{ left: middle, top: y }}
      className={clsx(
        'pointer-events-none absolute z-10 -translate-x-1/2 -translate-y-[calc(100%+8px)] rounded-lg',
        'bg-ink px-3 py-1.5 text-center text-xs whitespace-nowrap text-canvas shadow-raised',
        beside && 'max-w-40 whitespace-normal',
      )}
    >
      <p className="font-semibold tabular-nums">{value}</p>
      <p className="opacity-85">{title}</p>
    </div>
  );
}
