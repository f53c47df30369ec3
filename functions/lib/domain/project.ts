import * as z from 'zod';
import { limits } from './limits.ts';
import { text } from './text.ts';

/** An owner decides who belongs, an editor changes everything else, a viewer looks. */
export const role = z.enum(['owner', 'editor', 'viewer']);
export type Role = z.infer<typeof role>;

/** `#` and six hexadecimal digits. */
export const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .meta({ examples: ['#3366ff'] });

export const projectName = text.trim().min(1).max(limits.projectName);
export const sectionName = text.trim().min(1).max(limits.section);
export const projectDescription = text.max(limits.projectDescription);
export const defaultView = z.enum(['list', 'board']);

const state = {
  id: z.uuid(),
  name: z.string(),
  color: z.string().nullable(),
  description: z.string(),
  position: z.number(),
  /** Headings in their order; a task may stand under one that is not listed. */
  sections: z.array(z.string()),
  defaultView,
  isInbox: z.boolean(),
  archivedAt: z.iso.datetime().nullable(),
  /** Set: it and its tasks are gone for everybody, and can be restored. */
  deletedAt: z.iso.datetime().nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

/** A project as everybody in it sees it, for events. */
export const projectState = z.strictObject(state);
export type ProjectState = z.infer<typeof projectState>;

/** A project as one of its members sees it: what the member is there, how many belong, how much is open. */
export const project = z.strictObject({
  ...state,
  role,
  members: z.int(),
  openTasks: z.int(),
});
export type Project = z.infer<typeof project>;

/** `email` is told to the project's owners and to the member alone. */
export const member = z.strictObject({
  userId: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role,
});
export type Member = z.infer<typeof member>;

/** What an owner sees of an invitation. */
export const invitation = z.strictObject({
  id: z.uuid(),
  projectId: z.uuid(),
  email: z.string(),
  role,
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitation>;

/** `code` is told once: whoever has it may accept, with any address. Null where the same request came again. */
export const newInvitation = invitation.extend({ code: z.string().nullable() });

export type NewInvitation = z.infer<typeof newInvitation>;

/** What the invited person sees. */
export const receivedInvitation = z.strictObject({
  id: z.uuid(),
  projectId: z.uuid(),
  projectName: z.string(),
  invitedBy: z.string().nullable(),
  role,
  expiresAt: z.iso.datetime(),
});
export type ReceivedInvitation = z.infer<typeof receivedInvitation>;

/** Short enough to come in one piece: `nextCursor` is always null. */
const whole = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.null() });

export const memberPage = whole(member);
export const invitationPage = whole(invitation);
export const receivedInvitationPage = whole(receivedInvitation);
export const projectPage = z.strictObject({ items: z.array(project), nextCursor: z.string().nullable() });
export type ProjectPage = z.infer<typeof projectPage>;

/** In the order of `position`; `deleted` lists what its owner can restore. */
export const listProjects = z.strictObject({
  archived: z.enum(['true', 'false']).optional(),
  deleted: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
export type ListProjects = z.infer<typeof listProjects>;

export const onProject = z.strictObject({ projectId: z.uuid() });
export const nothing = z.strictObject({});
