import { describe, expect, it } from 'vitest';
import { projected } from './events.ts';
import type { Series } from './series.ts';
import { changedFields, seriesEvent, stateOf, withState } from './series-events.ts';

const series: Series = {
  id: '0198b6a4-0000-7000-8000-000000000001',
  projectId: '0198b6a4-0000-7000-8000-000000000002',
  createdBy: '0198b6a4-0000-7000-8000-000000000003',
  ...{ title: 'Secret', notes: 'Words', priority: 2, labels: ['home'], section: 'Attic' },
  ...{ reminders: [], assigneeId: null, durationMinutes: null },
  ...{ rrules: ['FREQ=DAILY'], dtstart: '2026-11-23T09:00', timezone: 'Europe/Berlin', allDay: false },
  ...{ floating: false, mode: 'schedule', exdates: [], rdates: [], catchUp: 'latest', until: null },
  ...{ spawn: 'completion', state: 'active', nextDueAt: '2026-11-24T08:00:00.000Z', version: 1 },
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
};
const change = { actor: series.createdBy, now: new Date('2026-11-23T09:00Z'), eventId: series.id };

describe('an event of a series', () => {
  const { type, data } = seriesEvent('created', series, change);

  it('nudges its project, and tells others no words', () => {
    expect(projected(type, 'task-updates', data)).toEqual({
      ...{ seriesId: series.id, projectId: series.projectId, version: 1 },
    });
    const told = JSON.stringify(projected(type, 'task-analytics', data));
    expect(['Secret', 'Words', 'home', 'Attic'].filter((word) => told.includes(word))).toEqual([]);
    expect(told).toContain('"labelCount":1');
  });

  it('names what is another than before', () => {
    const next: Series = { ...series, title: 'Other', state: 'paused', nextDueAt: null, version: 2 };

    expect(seriesEvent('updated', next, change, series).data).toMatchObject({
      changed: ['title', 'status', 'isActive', 'nextDueAt'],
      series: { title: 'Other', status: 'paused', isActive: false },
    });
  });
});

it('is again what a state says it was, field by field', () => {
  const next: Series = {
    ...{ ...series, title: 'Other', dtstart: '2026-12-01', allDay: true, timezone: 'UTC' },
    ...{ rrules: ['FREQ=WEEKLY'], exdates: ['2026-12-08'], until: '2027-01-01', state: 'ended' },
  };
  const before = stateOf(series);

  expect(withState(next, before, changedFields(series, next))).toEqual(series);
  expect(withState(next, before, ['title'])).toEqual({ ...next, title: 'Secret' });
});
