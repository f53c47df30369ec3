// What may become of a project. Each decision gives the project as it is from now on and what of it is new.

import { limits } from './limits.ts';
import type { Change, OutgoingEvent } from './outgoing.ts';
import type { Project, ProjectState, Role } from './project.ts';
import type { ProjectChanges, ProjectFields } from './project-commands.ts';
import { Rejected } from './rejected.ts';

type ProjectEventType = Extract<OutgoingEvent['type'], `dev.zerodo.project.${string}`>;
export type Membership = { userId: string; role: Role };

/** A project of one person, who owns it. Without a position it comes after all there are. */
export const newProject = (fields: ProjectFields, { id, now }: { id: string; now: Date }): Project => ({
  id,
  name: fields.name,
  color: fields.color ?? null,
  description: fields.description ?? '',
  position: fields.position ?? now.getTime(),
  sections: unique(fields.sections ?? []),
  defaultView: fields.defaultView ?? 'list',
  isInbox: false,
  archivedAt: null,
  deletedAt: null,
  version: 1,
  createdAt: now.toISOString(),
  updatedAt: now.toISOString(),
  role: 'owner',
  members: 1,
  openTasks: 0,
});

/** Every person's, from the start on; a row once it is first needed. */
export const inboxProject = (id: string, now: Date): Project => ({
  ...newProject({ name: 'Inbox', position: 0 }, { id, now }),
  isInbox: true,
});

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** @throws Rejected `project-read-only` */
export function checkEditor({ role }: { role: Role }): void {
  if (role !== 'viewer') return;
  throw new Rejected('project-read-only', 'You may look at this project but not change it: ask its owner.');
}

/** @throws Rejected `project-owner-only` */
export function checkOwner({ role }: { role: Role }): void {
  if (role === 'owner') return;
  throw new Rejected('project-owner-only', 'Only an owner of the project can do this: ask one of them.');
}

/** @throws Rejected `inbox-fixed` */
export function checkNoInbox({ isInbox }: { isInbox: boolean }, done: string): void {
  if (!isInbox) return;
  throw new Rejected('inbox-fixed', `Your inbox cannot be ${done}: make a project and move tasks there.`);
}

/**
 * The project with what a caller changed; `changed` is empty where nothing did. `renamed` says which
 * section's tasks now belong to which.
 *
 * @throws Rejected `project-read-only`, `project-owner-only`, `inbox-fixed`
 */
export function changeProject(
  project: Project,
  { sections, archived, ...rest }: ProjectChanges,
  now: Date,
): { next: Project; changed: string[]; renamed: Map<string, string> } {
  checkEditor(project);
  if (rest.name !== undefined && rest.name !== project.name) checkNoInbox(project, 'renamed');
  const next: Project = { ...project };
  if (rest.name !== undefined) next.name = rest.name;
  if (rest.color !== undefined) next.color = rest.color;
  if (rest.description !== undefined) next.description = rest.description ?? '';
  if (rest.position !== undefined) next.position = rest.position;
  if (rest.defaultView !== undefined) next.defaultView = rest.defaultView ?? 'list';
  if (sections !== undefined)
    next.sections = unique((sections ?? []).map((one) => (typeof one === 'string' ? one : one.name)));
  if (archived !== undefined && archived !== (project.archivedAt !== null)) {
    checkNoInbox(project, 'archived');
    checkOwner(project);
    next.archivedAt = archived ? now.toISOString() : null;
  }
  const renames = (sections ?? []).flatMap((one) =>
    typeof one === 'string' || one.was === one.name ? [] : [[one.was, one.name] as const],
  );
  const fields = Object.keys(next) as (keyof Project)[];
  const changed = fields.filter((field) => JSON.stringify(project[field]) !== JSON.stringify(next[field]));
  return { next: changed.length > 0 ? touched(next, now) : project, changed, renamed: new Map(renames) };
}

/** A version later. */
export const touched = (project: Project, now: Date): Project => ({
  ...project,
  version: project.version + 1,
  updatedAt: now.toISOString(),
});

/** @throws Rejected `too-many-members` */
export function checkRoom(taken: number): void {
  if (taken < limits.members) return;
  throw new Rejected(
    'too-many-members',
    `A project has ${limits.members} members and open invitations at the most: remove one first.`,
  );
}

const stateOf = ({ role: _r, members: _m, openTasks: _o, ...state }: Project): ProjectState => state;

/** Announces the new state of a project; `members` are those of whom it is news. */
export const projectEvent = (
  type: ProjectEventType,
  project: Project,
  members: Membership[],
  { changed, ...change }: Change & { changed: string[] },
): OutgoingEvent<ProjectEventType> => ({
  id: change.eventId,
  type,
  subject: project.id,
  time: change.now,
  userId: change.actor,
  projectId: project.id,
  recurring: false,
  data: {
    project: stateOf(project),
    members: members.map(({ userId, role }) => ({ userId, role })),
    changed,
    actor: change.actor,
  },
});
