import type { Habits } from '@zerodo/domain/series';
import type { Tx } from './sql.ts';

/** What `habits_of` says of a person; of one who is not known, what is usual. */
export const habitsFrom = (said: Partial<Habits> | null): Habits => ({
  timezone: said?.timezone ?? 'UTC',
  quietHours: said?.quietHours ?? null,
});

/** How somebody who shares a project with the person who asks wants to be reminded. */
export async function habitsOf(tx: Tx, userId: string): Promise<Habits> {
  const [row] = await tx<{ habits: Partial<Habits> | null }[]>`select habits_of(${userId}) as habits`;
  return habitsFrom(row!.habits);
}
