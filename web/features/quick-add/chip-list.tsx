import { clsx } from 'clsx';
import { Bell, Calendar, Flag, FolderClosed, Repeat, Sparkles, Tag, X } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { grounds } from './chip-grounds.ts';
import type { Chip, ChipKind } from './chips.ts';

const letters: Record<ChipKind, string> = {
  date: 'text-date',
  repeat: 'text-repeat',
  reminder: 'text-bell',
  priority: 'text-danger',
  label: 'text-tag',
  place: 'text-accent',
  other: 'text-ink',
};

const icons = {
  date: Calendar,
  repeat: Repeat,
  reminder: Bell,
  priority: Flag,
  label: Tag,
  place: FolderClosed,
  other: Sparkles,
};

type Props = { chips: Chip[]; onIgnore(chip: Chip): void };

/** What was understood, in the order of the words; each can be told to be just words. */
export default function ChipList({ chips, onIgnore }: Props) {
  const { quickAdd: add } = useWords();
  return (
    <ul aria-label={add.understood} className="flex flex-wrap gap-1.5">
      {chips.map((chip, index) => {
        const Icon = icons[chip.kind];
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the words is what a chip is
            key={`${chip.kind} ${index}`}
            className={clsx(
              'flex h-8 max-w-full items-center gap-1.5 rounded-full pl-2.5 text-sm font-medium',
              chip.range ? 'pr-0.5' : 'pr-3',
              grounds[chip.kind],
              letters[chip.kind],
            )}
          >
            <Icon aria-hidden className="size-3.5 shrink-0" />
            <span className="truncate">{chip.label}</span>
            {chip.range && (
              <button
                type="button"
                aria-label={add.keepAsWords(chip.label)}
                onClick={() => onIgnore(chip)}
                className="grid size-7 place-items-center rounded-full hover:bg-[color-mix(in_oklch,currentColor_16%,transparent)]"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
