import { describe, expect, it } from 'vitest';
import type { CommandRoute, Parts } from '../route.ts';
import { seriesRoutes } from './series.ts';

const route = (method: string, path: string) =>
  seriesRoutes.find((one) => one.method === method && one.path === path) as CommandRoute;
const parts = (over: Partial<Parts>): Parts => ({ params: { id: 'S' }, query: {}, body: {}, ...over });

describe('a request about a series', () => {
  it('names scope and occurrence beside what it changes', () => {
    const body = { scope: 'following', taskId: 'T', title: 'Swim', due: { time: '18:00' } };

    expect(route('PATCH', '/series/{id}').data(parts({ body, version: 3 }))).toEqual({
      ...{ seriesId: 'S', version: 3, scope: 'following', taskId: 'T' },
      changes: { title: 'Swim', due: { time: '18:00' } },
    });
    expect(route('PATCH', '/series/{id}').data(parts({ body: { title: 'Swim' } }))).toEqual({
      seriesId: 'S',
      changes: { title: 'Swim' },
    });
  });

  it('says in its query what becomes of open occurrences', () => {
    const query = { occurrences: 'delete' };

    expect(route('DELETE', '/series/{id}').data(parts({ query }))).toEqual({ seriesId: 'S', ...query });
  });
});
