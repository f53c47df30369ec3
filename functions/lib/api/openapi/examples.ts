/** What a body or an answer may look like, by its operation; a test holds each against its schema. */
export const examples: Record<string, { body?: Record<string, unknown>; answer?: unknown }> = {
  postTasks: {
    body: {
      words: { quickAdd: 'Water the plants every 3 days at 18:00 #Home @garden p2 !30 min before' },
      fields: {
        title: 'Pay the rent',
        due: { date: '2026-12-01', time: '09:00', timezone: 'Europe/Berlin' },
        recurrence: { rrules: ['FREQ=MONTHLY;BYMONTHDAY=1'] },
        reminders: [{ type: 'before', days: 1, at: '18:00' }],
        priority: 1,
        labels: ['money'],
      },
    },
  },
  patchTasksId: {
    body: { 'another title': { title: 'Pay the rent and the power' }, 'no longer due': { due: null } },
  },
  postQuickAddParse: {
    body: { words: { text: 'Call Grandma every!2 weeks p1', timezone: 'Europe/Berlin' } },
  },
  postRecurrencePreview: {
    body: {
      'the last day of the month': {
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
        dtstart: '2026-01-31T09:00',
        timezone: 'Europe/Berlin',
        count: 3,
      },
    },
  },
};
