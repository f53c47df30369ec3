import type { ExportedSeries } from '@zerodo/domain/exported';
import { toInstant } from '@zerodo/domain/local-time';
import { occurrencesAfter } from '@zerodo/domain/recurrence';

/** Rules are not asked for more slots than this. */
const most = 10_000;

/**
 * A series' rules as they hold from its open occurrence on: what COUNT has used up is taken off, counting slots
 * on a schedule and completions where it counts those. A last day of the series is an UNTIL of its rules.
 */
export function remainingRules(series: ExportedSeries, dueAt: Date, completions: () => number): string[] {
  return series.rrules.map((rule) => {
    const [, count] = /(?:^|;)COUNT=(\d+)/i.exec(rule) ?? [];
    if (count) {
      const used =
        series.mode === 'completion'
          ? completions()
          : slotsBefore({ ...series, rrules: [rule] }, dueAt, Number(count));
      return rule.replace(/COUNT=\d+/i, `COUNT=${Math.max(1, Number(count) - used)}`);
    }
    if (series.until === null || /UNTIL=/i.test(rule)) return rule;
    const until = series.until.replaceAll(/[-:]/g, '');
    // A bare day counts until its end; of a timed rule UNTIL is an instant (RFC 5545, 3.3.10).
    return `${rule};UNTIL=${series.allDay ? until.slice(0, 8) : instantOf(series.until, series.timezone)}`;
  });
}

function slotsBefore(series: ExportedSeries, dueAt: Date, count: number): number {
  const begin = new Date(toInstant(series.dtstart, series.timezone).getTime() - 1);
  const slots = occurrencesAfter(series, begin, Math.min(count, most));
  return slots.filter(({ utc }) => Date.parse(utc) < dueAt.getTime()).length;
}

const instantOf = (until: string, timezone: string): string =>
  toInstant(until.includes('T') ? until : `${until}T23:59:59`, timezone)
    .toISOString()
    .slice(0, 19)
    .replaceAll(/[-:]/g, '')
    .concat('Z');
