import type { NotificationPage, TaskPage } from '@zerodo/domain/queries';

/** What the server has read for the first paint; null where it could not, then the browser asks. */
export type FirstPaint = {
  open: TaskPage | null;
  completed: TaskPage | null;
  notifications: NotificationPage | null;
};
