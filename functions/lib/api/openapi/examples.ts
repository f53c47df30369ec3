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
  postTasksIdSkip: { body: { 'the next one': {} } },
  postTasksIdSnooze: {
    body: { 'for an hour': { minutes: 60 }, 'until a moment': { until: '2026-12-01T18:00' } },
  },
  postSeries: {
    body: {
      'every Monday and Thursday': {
        title: 'Water the plants',
        due: { date: '2026-12-03', time: '18:00', timezone: 'Europe/Berlin' },
        recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=MO,TH'] },
        reminders: [{ type: 'before', minutes: 30 }],
      },
      'three days after it is done': {
        title: 'Change the filter',
        due: { date: '2026-12-01' },
        recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'completion' },
      },
    },
  },
  patchSeriesId: {
    body: {
      'all of it': { scope: 'all', title: 'Water all plants' },
      'this one and what follows': {
        scope: 'following',
        taskId: '0198f2a4-7c11-7e5b-9d1e-3a5b6c7d8e9f',
        due: { time: '19:00' },
      },
    },
  },
  postProjects: {
    body: { 'with sections': { name: 'Home', color: '#2563eb', sections: ['Kitchen', 'Garden'] } },
  },
  patchProjectsId: {
    body: { 'another name': { name: 'House' }, 'out of sight': { archived: true } },
  },
  postProjectsIdMembers: {
    body: { 'somebody who may change tasks': { email: 'ada@example.org', role: 'editor' } },
  },
  postLabels: { body: { 'with a colour': { name: 'garden', color: '#16a34a' } } },
  patchLabels: { body: { 'another name': { name: 'garden', newName: 'outside' } } },
  patchPreferences: {
    body: {
      'where and when': { timezone: 'Europe/Berlin', quietHours: { from: '22:00', to: '07:00' } },
      'a mail every morning': { digestAt: '07:30' },
    },
  },
  postWebhooks: {
    body: {
      'when a task is done': {
        url: 'https://example.org/zerodo',
        types: ['dev.zerodo.task.completed.v1'],
      },
    },
  },
  postRemindersPreview: {
    body: {
      'half an hour before, and the evening before': {
        due: { date: '2026-12-01', time: '09:00' },
        timezone: 'Europe/Berlin',
        reminders: [
          { type: 'before', minutes: 30 },
          { type: 'before', days: 1, at: '18:00' },
        ],
      },
    },
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
