// Ids that follow from other ids, so that whoever makes the thing, and however often, it exists once.
import { v5 } from 'uuid';

/** The one occurrence that can follow `taskId` in its series. */
export const successorId = (taskId: string): string => v5('next', taskId);

/** What `partId` becomes below the occurrence that follows its parent. */
export const partCopyId = (partId: string, occurrenceId: string): string =>
  v5(`below ${occurrenceId}`, partId);

/** An event as it is sent to one webhook: planned again, it is the same one. */
export const webhookDeliveryId = (eventId: string, webhookId: string): string =>
  v5(`webhook ${webhookId}`, eventId);

/** The project that every person has. */
export const inboxId = (userId: string): string => v5('inbox', userId);

/** What puts off whatever reminds a person of a task: there is one at a time. */
export const snoozeId = (taskId: string, userId: string): string => v5(`snooze ${userId}`, taskId);

/** The reminder at `index` of a task for one person: written again, it is the same one. */
export const reminderId = (taskId: string, userId: string, index: number): string =>
  v5(`reminder ${userId} ${index}`, taskId);

/** The series that goes on from an occurrence when it and what follows are changed: split again, it is the same one. */
export const followingSeriesId = (seriesId: string, taskId: string): string =>
  v5(`following ${taskId}`, seriesId);
