import { queryOptions } from '@tanstack/react-query';
import type { Invitation, Member, ReceivedInvitation } from '@zerodo/domain/project';
import { call } from '../../lib/api.ts';
import { projectList } from './project-queries.ts';

// All of it lies under the projects' key: what is nudged about is read again.

export const membersOf = (projectId: string) =>
  queryOptions({
    queryKey: [...projectList.queryKey, projectId, 'members'] as const,
    queryFn: ({ signal }) => call<{ items: Member[] }>('GET', `/projects/${projectId}/members`, { signal }),
    staleTime: 60_000,
  });

export const invitationsTo = (projectId: string) =>
  queryOptions({
    queryKey: [...projectList.queryKey, projectId, 'invitations'] as const,
    queryFn: ({ signal }) =>
      call<{ items: Invitation[] }>('GET', `/projects/${projectId}/invitations`, { signal }),
  });

/** What the person is invited to. */
export const receivedInvitations = queryOptions({
  queryKey: [...projectList.queryKey, 'invited'] as const,
  queryFn: ({ signal }) => call<{ items: ReceivedInvitation[] }>('GET', '/invitations', { signal }),
});
