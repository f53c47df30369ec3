import { queryOptions } from '@tanstack/react-query';
import type { Project, ProjectPage } from '@zerodo/domain/project';
import { call } from '../../lib/api.ts';

export const projectsPath = '/projects?limit=200';

/** All that the person belongs to, the inbox too, in their order. */
export const projectList = queryOptions({
  queryKey: ['projects'] as const,
  queryFn: ({ signal }) => call<ProjectPage>('GET', projectsPath, { signal }),
  staleTime: 30_000,
});

export const inboxOf = (page: ProjectPage | undefined): Project | undefined =>
  page?.items.find(({ isInbox }) => isInbox);

/** By its name as a line of words has it: without regard to case. */
export const projectNamed = (page: ProjectPage | undefined, name: string): Project | undefined =>
  page?.items.find((project) => project.name.toLowerCase() === name.toLowerCase());
