import * as projects from '@zerodo/domain/project';
import * as commands from '@zerodo/domain/project-commands';
import * as z from 'zod';
import { emptyBody, type Parts, type Route } from '../route.ts';

const onProject = ({ params, version }: Parts) => ({
  projectId: params.id,
  ...(version !== undefined && { version }),
});
const byUpdate = { function: 'project-update', status: 200 } as const;
const byQuery = { function: 'task-query' } as const;

export const projectRoutes: readonly Route[] = [
  {
    ...byQuery,
    method: 'GET',
    path: '/projects',
    summary: 'List your projects',
    ask: 'list-projects',
    query: projects.listProjects,
    answers: projects.projectPage,
    arguments: ({ query }) => query,
  },
  {
    ...byUpdate,
    method: 'POST',
    path: '/projects',
    summary: 'Make a project',
    command: commands.createProject,
    body: commands.createProject.data,
    status: 201,
    answers: projects.project,
    data: ({ body }) => body,
  },
  {
    ...byQuery,
    method: 'GET',
    path: '/projects/{id}',
    summary: 'Read a project',
    ask: 'read-project',
    answers: projects.project,
    arguments: onProject,
  },
  {
    ...byUpdate,
    method: 'PATCH',
    path: '/projects/{id}',
    summary: 'Change fields of a project, rename or order its sections (JSON merge patch)',
    command: commands.updateProject,
    body: commands.updateProject.data.shape.changes,
    answers: projects.project,
    data: (parts) => ({ ...onProject(parts), changes: parts.body }),
  },
  {
    ...byUpdate,
    method: 'DELETE',
    path: '/projects/{id}',
    summary: 'Delete a project and its tasks; for 30 days it can be restored',
    command: commands.deleteProject,
    answers: projects.project,
    data: onProject,
  },
  {
    ...byUpdate,
    method: 'POST',
    path: '/projects/{id}/restore',
    summary: 'Take the deletion of a project back',
    command: commands.restoreProject,
    body: emptyBody,
    answers: projects.project,
    data: onProject,
  },
  {
    ...byQuery,
    method: 'GET',
    path: '/projects/{id}/members',
    summary: 'Who belongs to a project',
    ask: 'list-members',
    answers: projects.memberPage,
    arguments: ({ params }) => ({ projectId: params.id }),
  },
  {
    ...byUpdate,
    method: 'POST',
    path: '/projects/{id}/members',
    summary: 'Invite somebody by e-mail address; the answer is the same whether anybody has it',
    command: commands.inviteMember,
    body: commands.inviteMember.data.omit({ projectId: true }),
    status: 201,
    answers: projects.newInvitation,
    data: ({ params, body }) => ({ ...body, projectId: params.id }),
  },
  {
    ...byUpdate,
    method: 'PATCH',
    path: '/projects/{id}/members/{userId}',
    summary: 'Give a member another role',
    command: commands.updateMember,
    body: commands.updateMember.data.pick({ role: true }),
    answers: projects.member,
    data: ({ params, body }) => ({ ...body, projectId: params.id, userId: params.userId }),
  },
  {
    ...byUpdate,
    method: 'DELETE',
    path: '/projects/{id}/members/{userId}',
    summary: 'Remove a member, or leave',
    command: commands.removeMember,
    answers: projects.member,
    data: ({ params }) => ({ projectId: params.id, userId: params.userId }),
  },
];

const answering = { code: z.string().max(100).optional() };

export const invitationRoutes: readonly Route[] = [
  {
    ...byQuery,
    method: 'GET',
    path: '/projects/{id}/invitations',
    summary: 'The open invitations of a project',
    ask: 'list-invitations',
    answers: projects.invitationPage,
    arguments: ({ params }) => ({ projectId: params.id }),
  },
  {
    ...byUpdate,
    method: 'DELETE',
    path: '/projects/{id}/invitations/{invitationId}',
    summary: 'Withdraw an invitation',
    command: commands.withdrawInvitation,
    answers: projects.invitation,
    data: ({ params }) => ({ projectId: params.id, invitationId: params.invitationId }),
  },
  {
    ...byQuery,
    method: 'GET',
    path: '/invitations',
    summary: 'What you are invited to, by your confirmed address',
    ask: 'list-received-invitations',
    answers: projects.receivedInvitationPage,
    arguments: () => ({}),
  },
  {
    ...byUpdate,
    method: 'POST',
    path: '/invitations/{id}/accept',
    summary: 'Accept an invitation, by your confirmed address or by its code',
    command: commands.acceptInvitation,
    body: z.strictObject(answering).optional(),
    answers: projects.project,
    data: ({ params, body }) => ({ ...body, invitationId: params.id }),
  },
  {
    ...byUpdate,
    method: 'POST',
    path: '/invitations/{id}/decline',
    summary: 'Decline an invitation',
    command: commands.declineInvitation,
    body: z.strictObject(answering).optional(),
    answers: z.strictObject({ id: z.uuid() }),
    data: ({ params, body }) => ({ ...body, invitationId: params.id }),
  },
];
