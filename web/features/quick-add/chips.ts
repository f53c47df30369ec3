import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import type { Reminder } from '@zerodo/domain/reminder';
import { inSentence, longDate, momentInWords } from '../../lib/local-time.ts';
import type { Words } from '../../words/words.ts';
import { reminderInWords } from '../task/reminder-words.ts';
import type { Range } from './ignored.ts';

/** What colours and icons go by. */
export type ChipKind = 'date' | 'repeat' | 'reminder' | 'priority' | 'label' | 'place' | 'other';

export type Chip = {
  kind: ChipKind;
  label: string;
  /** Where it stands in the text; null for what follows from the rest. */
  range: Range | null;
};

const kinds: Record<string, ChipKind> = {
  due: 'date',
  date: 'date',
  time: 'date',
  deadline: 'date',
  recurrence: 'repeat',
  rrule: 'repeat',
  reminder: 'reminder',
  priority: 'priority',
  label: 'label',
  project: 'place',
  section: 'place',
};

export const kindOf = (kind: string): ChipKind => kinds[kind] ?? 'other';

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * What was understood of `text`, in its order: the meaning where it is known ("Tomorrow 16:00" for
 * "tom 16:00"), else the words themselves.
 */
export function chipsOf(text: string, parsed: QuickAdd, today: string, words: Words): Chip[] {
  const { quickAdd: add } = words;
  const spans = parsed.spans.toSorted((one, other) => one.start - other.start);
  const reminders: Reminder[] = [...parsed.reminders];
  const chips = spans.map(({ start, end, kind }): Chip => {
    const said = sentence(text.slice(start, end).trim());
    const meaning = (): string => {
      switch (kindOf(kind)) {
        case 'date':
          if (kind === 'deadline' && parsed.deadline)
            return add.deadline(longDate(parsed.deadline, today, words));
          return parsed.due ? momentInWords(parsed.due, today, words) : said;
        case 'priority':
          return add.priority(parsed.priority);
        case 'reminder': {
          const reminder = reminders.shift();
          return reminder ? reminderInWords(reminder, today, words) : said;
        }
        case 'label':
        case 'place':
          return said.replace(/^[#@+/]\s*/, '').replace(/^"(.*)"$/, '$1');
        default:
          return said;
      }
    };
    return { kind: kindOf(kind), label: meaning(), range: { start, end } };
  });

  const saysWhen = spans.some(({ kind }) => kind !== 'deadline' && kindOf(kind) === 'date');
  if (parsed.due && !saysWhen) {
    const from: Chip = {
      kind: 'date',
      label: add.from(inSentence(momentInWords(parsed.due, today, words), words)),
      range: null,
    };
    chips.splice(chips.findIndex(({ kind }) => kind === 'repeat') + 1 || chips.length, 0, from);
  }
  return merged(chips);
}

/** "tomorrow" and "9am" are two places in the text and one meaning: one chip that spans both. */
function merged(chips: Chip[]): Chip[] {
  const result: Chip[] = [];
  for (const chip of chips) {
    const last = result.at(-1);
    if (
      last?.kind === 'date' &&
      chip.kind === 'date' &&
      last.label === chip.label &&
      last.range &&
      chip.range
    ) {
      last.range = { start: last.range.start, end: chip.range.end };
    } else {
      result.push({ ...chip });
    }
  }
  return result;
}
