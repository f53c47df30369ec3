import { Complaint } from '../start/complaint.ts';

/** What happened from one instant on and before another. */
export type Span = { from: Date; to: Date };

/** Claims on events are kept for as long; after that only what is computed anew comes out the same. */
const claimedMs = 14 * 24 * 3_600_000;

/** These replace what they had written before, so that they may hear anything once more. */
const recomputes = new Set(['audit-record', 'stats-record']);

const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

function read(option: string, text: string): Date {
  const date = new Date(text);
  if (!instant.test(text) || Number.isNaN(date.getTime())) {
    throw new Complaint(`--${option} ${text} is no instant: write it like 2026-11-22T08:30Z or 2026-11-22.`);
  }
  return date;
}

/**
 * The span that somebody has typed; a date alone is its midnight in UTC, and no end is now.
 *
 * @throws Complaint when it is none, or begins before what `consumer` can hear again without doing it twice
 */
export function readSpan(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  { consumer, now }: { consumer: string; now: Date },
): Span {
  if (!from) throw new Complaint('Say from when on: --from 2026-11-22T08:30Z');
  const span = { from: read('from', from), to: to ? read('to', to) : now };
  if (span.from >= span.to) throw new Complaint('The span is empty: --from has to be before --to.');
  if (!recomputes.has(consumer) && now.getTime() - span.from.getTime() > claimedMs) {
    throw new Complaint(
      `${consumer} remembers for 14 days what it has handled: begin later, or it would do the older ones twice.`,
    );
  }
  return span;
}
