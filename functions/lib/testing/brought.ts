import type { TestDatabase } from './database.ts';
import type { TestFunction } from './functions.ts';

/** Brings the events of a person to the function, in order, and those that come of it, until there are no more. */
export function testLog(database: TestDatabase, served: TestFunction) {
  const brought = new Set<string>();
  const waiting = (user: string) => database.owner()`
    select * from events where user_id = ${user} order by sequence
  `;
  return {
    bring: async (user: string, { types }: { types?: string[] } = {}): Promise<number[]> => {
      const statuses: number[] = [];
      for (;;) {
        const next = (await waiting(user)).find(
          ({ id, type }) => !brought.has(id) && (types?.includes(type) ?? true),
        );
        if (!next) return statuses;
        brought.add(next.id);
        const { id, type, source, subject, userId, data } = next;
        const { status } = await served.event(type, data, { id, source, subject, userid: userId });
        statuses.push(status);
      }
    },
  };
}
