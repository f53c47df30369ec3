import type { Project } from '@zerodo/domain/project';
import type { Stats } from '@zerodo/domain/stats';

export type Share = {
  id: string;
  /** Null for all that the person no longer belongs to, put together. */
  project: Project | null;
  created: number;
  completed: number;
};

const gone = 'gone';

/** What was done in each project that there still is, the most first, and in all others together. */
export function projectShares(counted: Stats['byProject'], projects: readonly Project[]): Share[] {
  const known = new Map(projects.map((project) => [project.id, project]));
  const together = Map.groupBy(counted, ({ projectId }) => (known.has(projectId) ? projectId : gone));
  return [...together]
    .map(([id, theirs]) => ({
      id,
      project: known.get(id) ?? null,
      created: theirs.reduce((sum, { created }) => sum + created, 0),
      completed: theirs.reduce((sum, { completed }) => sum + completed, 0),
    }))
    .sort((one, other) => other.completed - one.completed || other.created - one.created);
}
