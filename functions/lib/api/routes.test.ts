import { describe, expect, it } from 'vitest';
import { routes } from './routes.ts';

describe('the routes of a task', () => {
  const commands = routes.flatMap((route) =>
    'command' in route && route.path.includes('/tasks/{id}') ? [route] : [],
  );

  it.each(commands)('hand on every version that the caller saw: $method $path', ({ data }) => {
    const parts = { params: { id: 'a' }, query: {}, body: {} };

    expect(data({ ...parts, version: 0 })).toMatchObject({ taskId: 'a', version: 0 });
    expect(data(parts)).not.toHaveProperty('version');
  });
});
