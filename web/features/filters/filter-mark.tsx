import { ListFilter } from 'lucide-react';

/** In the filter's colour. An attribute of the drawing: our policy forbids styles in HTML. */
export function FilterMark({ color, className }: { color: string | null; className: string }) {
  return (
    <ListFilter aria-hidden strokeWidth={2.5} className={`shrink-0 ${className}`} {...(color && { color })} />
  );
}
