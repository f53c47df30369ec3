// EXDATE and RDATE: slots left out and slots added, named by their nominal local time.

import { dayOfWall, modulo, readLocal, secondsPerDay } from '../local-date.ts';
import { instantOfWall } from '../local-time.ts';
import type { Slot } from './slots.ts';

/** Tells whether a slot is left out. A bare date leaves out its whole day. */
export function exceptionsOf(exdates: string[], allDay: boolean): (nominal: number) => boolean {
  const walls = new Set<number>();
  const days = new Set<number>();
  for (const { wall, hasTime } of exdates.map(readLocal)) {
    if (allDay || !hasTime) days.add(dayOfWall(wall));
    else walls.add(wall);
  }
  return (nominal) => walls.has(nominal) || days.has(dayOfWall(nominal));
}

/** The slots that RDATE adds; a bare date comes at the time of the first slot. */
export const extraSlots = (rdates: string[], start: number, timezone: string, allDay: boolean): Slot[] =>
  rdates.map(readLocal).map(({ wall, hasTime }) => {
    const day = dayOfWall(wall) * secondsPerDay;
    const nominal = allDay ? day : hasTime ? wall : day + modulo(start, secondsPerDay);
    return { nominal, at: instantOfWall(nominal, timezone) };
  });
