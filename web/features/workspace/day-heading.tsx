import { type Viewer, wallClock, wholeDate } from '@/lib/local-time.ts';

/** Which day it is, where the one who looks is. */
export function DayHeading({ viewer }: { viewer: Viewer }) {
  const { date } = wallClock(viewer.now, viewer.zone);
  return (
    <h1 className="px-2 pt-3 pb-3 text-2xl font-semibold tracking-tight sm:px-0 sm:pt-6">
      <span className="sr-only">Your tasks, </span>
      <time dateTime={date}>{wholeDate(date)}</time>
    </h1>
  );
}
