import { clsx } from 'clsx';

/** A dot in the project's colour. An attribute of the drawing: our policy forbids styles in HTML. */
export function ProjectMark({ color, className }: { color: string | null; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={clsx('shrink-0 text-line-strong', className)}>
      <circle cx="6" cy="6" r="5" fill={color ?? 'currentColor'} />
    </svg>
  );
}
