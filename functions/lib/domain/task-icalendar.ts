/** What iCalendar has no word for, in the names that both directions use (RFC 5545, 3.8.8.2). */
export const own = {
  project: 'x-zerodo-project',
  section: 'x-zerodo-section',
  deadline: 'x-zerodo-deadline',
  mode: 'x-zerodo-recurrence-mode',
  spawn: 'x-zerodo-recurrence-spawn',
  reminder: 'x-zerodo-reminder',
} as const;

/** RFC 5545, 3.8.1.9: 1 is highest, 9 lowest, 0 undefined; three levels are 1, 5 and 9. */
export const icalPriority = (priority: number): number => [0, 1, 5, 9, 0][priority] ?? 0;

/** 1 to 4 is high, 5 medium, 6 to 9 low. */
export function priorityOfIcal(priority: number): number {
  if (priority >= 1 && priority <= 4) return 1;
  if (priority === 5) return 2;
  return priority >= 6 && priority <= 9 ? 3 : 4;
}
