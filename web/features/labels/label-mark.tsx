import { Tag } from 'lucide-react';

/** A tag in the label's colour. An attribute of the drawing: our policy forbids styles in HTML. */
export function LabelMark({ color, className }: { color: string | null; className: string }) {
  return color ? (
    <Tag aria-hidden color={color} className={`shrink-0 ${className}`} />
  ) : (
    <Tag aria-hidden className={`shrink-0 text-tag ${className}`} />
  );
}
