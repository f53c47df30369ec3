import { expect, it } from 'vitest';
import { filterDefaults } from './filter-defaults.ts';

it('are what a filter leaves no choice about', () => {
  const query = { project: ['home'], label: 'garden', priority: [2], due: ['today' as const] };
  expect(filterDefaults(query, '2026-11-21')).toEqual({
    ...{ projectId: 'home', label: 'garden', priority: 2, due: '2026-11-21' },
  });
  expect(filterDefaults({ project: ['a', 'b'], label: ['a', 'b'], priority: [1, 2] }, '2026-11-21')).toEqual(
    {},
  );
  expect(filterDefaults({ priority: [4], due: 'overdue', dueWithin: 7 }, '2026-11-21')).toEqual({});
});
