'use client';
import { Menu } from '@base-ui/react/menu';
import { clsx } from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { menuItem, PopupMenu } from '@/components/ui/popup-menu.tsx';
import { useFilterWords } from '@/words/use-filter-words.ts';

export type Choice = { value: string; label: string; mark?: ReactNode };

type Props = {
  name: string;
  /** What is chosen, in words; undefined where nothing narrows the list. */
  shown: string | undefined;
  /** The same as it stands on the chip. */
  inWords(shown: string): string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** More than one may be chosen; the menu stays open for it. */
  several?: boolean;
  container: RefObject<HTMLElement | null>;
  onChosen(values: string[]): void;
};

/** One condition: says what is chosen, and offers what else there is. */
export function ConditionChip({
  name,
  shown,
  inWords,
  choices,
  chosen,
  several,
  container,
  onChosen,
}: Props) {
  const words = useFilterWords();
  const [open, setOpen] = useState(false);
  const turn = (value: string, on: boolean) =>
    onChosen(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <PopupMenu
      label={name}
      open={open}
      onOpenChange={setOpen}
      container={container}
      triggerLabel={`${name}: ${shown ?? words.any}`}
      triggerClass={clsx(
        'inline-flex h-9 max-w-64 shrink-0 items-center gap-1.5 rounded-full border px-3 text-sm transition-colors pointer-coarse:h-10',
        shown
          ? 'border-accent bg-accent-soft font-medium text-accent'
          : 'border-line bg-surface text-muted hover:bg-sunken hover:text-ink',
      )}
      trigger={
        <>
          <span className="truncate">{shown ? inWords(shown) : name}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </>
      }
    >
      {choices.length === 0 && (
        <Menu.Item disabled className={menuItem}>
          {words.nothingToChoose}
        </Menu.Item>
      )}
      {several ? (
        choices.map(({ value, ...choice }) => (
          <Menu.CheckboxItem
            key={value}
            className={menuItem}
            checked={chosen.includes(value)}
            onCheckedChange={(on) => turn(value, on)}
          >
            <Line {...choice} chosen={chosen.includes(value)} />
          </Menu.CheckboxItem>
        ))
      ) : (
        <Menu.RadioGroup
          value={chosen[0] ?? ''}
          onValueChange={(value: string) => onChosen(value ? [value] : [])}
        >
          {choices.map(({ value, ...choice }) => (
            <Menu.RadioItem key={value} value={value} closeOnClick className={menuItem}>
              <Line {...choice} chosen={(chosen[0] ?? '') === value} />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      )}
      {several && chosen.length > 0 && (
        <>
          <Menu.Separator className="mx-2 my-1 h-px bg-line" />
          <Menu.Item className={clsx(menuItem, 'text-muted')} onClick={() => onChosen([])}>
            <span className="size-4" />
            {words.any}
          </Menu.Item>
        </>
      )}
    </PopupMenu>
  );
}

function Line({ label, mark, chosen }: Omit<Choice, 'value'> & { chosen: boolean }) {
  return (
    <>
      <Check aria-hidden className={clsx('size-4 shrink-0 text-accent', !chosen && 'invisible')} />
      {mark}
      <span className="min-w-0 truncate">{label}</span>
    </>
  );
}
