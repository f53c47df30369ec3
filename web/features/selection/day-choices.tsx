'use client';
import { Menu } from '@base-ui/react/menu';
import { menuItem } from '@/components/ui/popup-menu.tsx';
import {
  addDays,
  dateInWords,
  longDate,
  nextMonday,
  type Viewer,
  wallClock,
  weekdayInWords,
} from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';

type Props = { viewer: Viewer; onDay(date: string | null, title: string): void };

/** The days of the coming week, the week after, and none. */
export function DayChoices({ viewer, onDay }: Props) {
  const words = useWords();
  const today = wallClock(viewer.now, viewer.zone).date;
  const days = Array.from({ length: 7 }, (_, index) => addDays(today, index));
  const choice = (date: string, label: string) => (
    <Menu.Item
      key={label}
      className={menuItem}
      onClick={() => onDay(date, words.tasks.moved(dateInWords(date, today, words)))}
    >
      <span className="flex-1">{label}</span>
      <span className="text-[0.8125rem] text-muted">{longDate(date, today, words)}</span>
    </Menu.Item>
  );
  return (
    <>
      {days.map((date, index) =>
        choice(date, index < 2 ? dateInWords(date, today, words) : weekdayInWords(date, words)),
      )}
      {choice(nextMonday(today), words.dates.nextWeek)}
      <Menu.Item className={menuItem} onClick={() => onDay(null, words.tasks.moved(words.dates.noDate))}>
        {words.dates.noDate}
      </Menu.Item>
    </>
  );
}
