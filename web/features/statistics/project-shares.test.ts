import type { Project } from '@zerodo/domain/project';
import { expect, it } from 'vitest';
import { projectShares } from './project-shares.ts';

const counts = (projectId: string, completed: number) => ({
  ...{ projectId, completed },
  ...{ created: 1, onTime: 0, late: 0 },
});

it('puts projects that are gone together, wherever that leads them', () => {
  const house = { id: 'house', name: 'House' } as Project;
  const shares = projectShares([counts('house', 4), counts('left', 3), counts('deleted', 2)], [house]);
  expect(shares).toEqual([
    { id: 'gone', project: null, created: 2, completed: 5 },
    { id: 'house', project: house, created: 1, completed: 4 },
  ]);
});
