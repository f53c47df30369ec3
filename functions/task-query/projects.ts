import * as projects from '@zerodo/domain/project';
import { checkOwner } from '@zerodo/domain/project-changes';
import { readCounts, readStats } from '@zerodo/domain/stats';
import { defineQuery } from '@zerodo/runtime/query';
import { countsOf } from '@zerodo/store/counts';
import { invitationsOf, receivedInvitations } from '@zerodo/store/invitations';
import { listLabels } from '@zerodo/store/labels';
import { membersOf } from '@zerodo/store/members';
import { listProjects, readProject } from '@zerodo/store/projects';
import { statsOf } from '@zerodo/store/stats';

/** Short enough to be told in one piece. */
const whole = <T>(items: T[]) => ({ items, nextCursor: null });

/** Projects, who belongs to them, labels, and numbers. */
export const projectQueries = [
  defineQuery({
    name: 'list-projects',
    accepts: projects.listProjects,
    handle: (asked, { tx, now, userId }) => listProjects(tx, asked, { userId, now: now() }),
  }),
  defineQuery({
    name: 'read-project',
    accepts: projects.onProject,
    handle: ({ projectId }, { tx, now, userId }) => readProject(tx, projectId, { userId, now: now() }),
  }),
  defineQuery({
    name: 'list-members',
    accepts: projects.onProject,
    async handle({ projectId }, { tx, now, userId }) {
      await readProject(tx, projectId, { userId, now: now() });
      return whole(await membersOf(tx, projectId));
    },
  }),
  defineQuery({
    name: 'list-invitations',
    accepts: projects.onProject,
    async handle({ projectId }, { tx, now, userId }) {
      checkOwner(await readProject(tx, projectId, { userId, now: now() }));
      return whole(await invitationsOf(tx, projectId));
    },
  }),
  defineQuery({
    name: 'list-received-invitations',
    accepts: projects.nothing,
    handle: async (_, { tx }) => whole(await receivedInvitations(tx)),
  }),
  defineQuery({
    name: 'list-labels',
    accepts: projects.nothing,
    handle: async (_, { tx, userId }) => whole(await listLabels(tx, userId)),
  }),
  defineQuery({
    name: 'read-stats',
    accepts: readStats,
    handle: (asked, { tx, now, userId }) => statsOf(tx, asked, { userId, now: now() }),
  }),
  defineQuery({
    name: 'read-counts',
    accepts: readCounts,
    handle: (asked, { tx, userId }) => countsOf(tx, asked, userId),
  }),
];
