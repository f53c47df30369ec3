import * as z from 'zod';
import { position } from './fields.ts';
import { limits } from './limits.ts';
import { color, defaultView, projectDescription, projectName, role, sectionName } from './project.ts';

const command = <T extends z.ZodType>(name: string, data: T) =>
  ({ type: `dev.zerodo.command.${name}.v1`, data }) as const;

/** By its name, or renamed: what was called `was` is called `name`, on its tasks too. */
const section = z.union([sectionName, z.strictObject({ name: sectionName, was: sectionName })]);

const fields = z.strictObject({
  name: projectName,
  color: color.nullable().optional(),
  description: projectDescription.optional(),
  position: position.optional(),
  sections: z.array(sectionName).max(limits.sections).optional(),
  defaultView: defaultView.optional(),
});

export const createProject = command('create-project', fields.extend({ id: z.uuidv7().optional() }));

/** A merge patch (RFC 7396): what is left out stays, null gives what is usual. */
const changes = z.strictObject({
  name: projectName.optional(),
  color: color.nullish(),
  description: projectDescription.nullish(),
  position: position.optional(),
  sections: z.array(section).max(limits.sections).nullish(),
  defaultView: defaultView.nullish(),
  archived: z.boolean().optional(),
});

/** `version`, where given, is the version that the caller saw (If-Match). */
const target = { projectId: z.uuid(), version: z.int().optional() };

export const updateProject = command('update-project', z.strictObject({ ...target, changes }));
export const deleteProject = command('delete-project', z.strictObject(target));
export const restoreProject = command('restore-project', z.strictObject(target));

const address = z.email().max(limits.email);

/** Answered the same whether the address has an account or not. */
export const inviteMember = command(
  'invite-member',
  z.strictObject({ projectId: z.uuid(), email: address, role }),
);
export const withdrawInvitation = command(
  'withdraw-invitation',
  z.strictObject({ projectId: z.uuid(), invitationId: z.uuid() }),
);

/** `code` is needed by who has not confirmed the invited address as his own. */
const answering = z.strictObject({ invitationId: z.uuid(), code: z.string().max(100).optional() });
export const acceptInvitation = command('accept-invitation', answering);
export const declineInvitation = command('decline-invitation', answering);

const membership = { projectId: z.uuid(), userId: z.uuid() };
export const updateMember = command('update-member', z.strictObject({ ...membership, role }));
export const removeMember = command('remove-member', z.strictObject(membership));

export type ProjectFields = z.infer<typeof fields>;
export type ProjectChanges = z.infer<typeof changes>;
