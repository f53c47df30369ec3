// What is told to the others of a shared project, and how much of it.
import type { Channel } from './channel.ts';
import type { TaskChanged } from './events.ts';

/** Within this time one person's changes in one project are one stir. */
export const windowMs = 10 * 60_000;
/** An import or a big tidying-up is told by its first lines; the project shows the rest. */
const inAppInWindow = 20;

/** Changes that mean nothing to anybody else: where it stands in a list, and whom it reminds. */
const ownBusiness = new Set(['position', 'reminders', 'section']);

/** An occurrence that made itself is news to nobody; a change is if it is more than tidying up. */
export function isWorthTelling({
  predecessorId,
  changed,
}: Pick<TaskChanged, 'predecessorId' | 'changed'>): boolean {
  if (predecessorId !== undefined) return false;
  return changed.length === 0 || changed.some((field) => !ownBusiness.has(field));
}

/** Names the window that a change falls into, so that several changes of one task in it are told once. */
export const windowOf = (time: Date): number => Math.floor(time.getTime() / windowMs);

/** The channels that are left after what was told within the window: the inbox for a while, one push. */
export const mayTell = (
  wanted: readonly Channel[],
  told: { inApp: number; push: number } = { inApp: 0, push: 0 },
): Channel[] =>
  wanted.filter(
    (channel) =>
      (channel === 'in-app' && told.inApp < inAppInWindow) || (channel === 'push' && told.push === 0),
  );
