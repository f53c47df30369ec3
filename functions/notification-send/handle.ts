/**
 * Tells people: of reminders that are due, of tasks that come near their due time or pass it, of
 * what others do in shared projects, and of invitations to them. What is told in the page is written into the ledger and is there;
 * mail and push are planned there, each on its own line, and sent one by one.
 *
 * in   dev.zerodo.reminder.due.v1, dev.zerodo.task.due-soon.v1, .overdue.v1,
 *      dev.zerodo.task.created.v1, .updated.v1, .completed.v1 (shared), dev.zerodo.project.updated.v1,
 *      dev.zerodo.notification.planned.v1
 * out  dev.zerodo.notification.planned.v1, .sent.v1, .failed.v1
 */
import { change } from './change.ts';
import { deliver } from './deliver.ts';
import { invitation } from './invitation.ts';
import { notice } from './notice.ts';
import { remind } from './remind.ts';

export default [remind, notice, change, invitation, deliver];
