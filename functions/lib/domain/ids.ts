// Ids that follow from other ids, so that whoever makes the thing, and however often, it exists once.
import { v5 } from 'uuid';

/** The one occurrence that can follow `taskId` in its series. */
export const successorId = (taskId: string): string => v5('next', taskId);

/** The project that every person has. */
export const inboxId = (userId: string): string => v5('inbox', userId);

/** The reminder at `index` of a task for one person: written again, it is the same one. */
export const reminderId = (taskId: string, userId: string, index: number): string =>
  v5(`reminder ${userId} ${index}`, taskId);
