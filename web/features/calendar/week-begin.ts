import type { Settings } from '@zerodo/domain/settings';

const days = { sunday: 0, monday: 1, saturday: 6 };

type Week = { firstDay: number };
/** Not every browser has it yet, and some as a property (Intl Locale Info). */
type WithWeek = { getWeekInfo?(): Week; weekInfo?: Week };

/** Where a browser cannot say: regions of many people whose weeks begin on a Sunday (CLDR, weekData). */
const sundayFirst = new Set(['US', 'CA', 'MX', 'BR', 'IN', 'JP', 'KR', 'IL', 'ZA', 'PH', 'TW', 'HK', 'SG']);

/** The day on which weeks begin (0 is Sunday): as chosen, else as usual where the locale is spoken. */
export function weekBegin(chosen: Settings['weekStart'], locale: string): number {
  if (chosen !== 'locale') return days[chosen];
  const known = new Intl.Locale(locale);
  const { getWeekInfo, weekInfo } = known as WithWeek;
  const week = getWeekInfo?.call(known) ?? weekInfo;
  if (week) return week.firstDay % 7;
  return sundayFirst.has(known.maximize().region ?? '') ? 0 : 1;
}
