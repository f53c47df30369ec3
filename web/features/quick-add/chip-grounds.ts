import type { ChipKind } from './chips.ts';

/** The colour behind what was understood, in the field and on its chip. */
export const grounds: Record<ChipKind, string> = {
  date: 'bg-date-soft',
  repeat: 'bg-repeat-soft',
  reminder: 'bg-bell-soft',
  priority: 'bg-danger-soft',
  label: 'bg-tag-soft',
  place: 'bg-accent-soft',
  other: 'bg-sunken',
};
