import * as z from 'zod';
import { position } from './fields.ts';
import { limits } from './limits.ts';
import { color } from './project.ts';
import { text } from './text.ts';

export const labelName = text.trim().min(1).max(limits.labelLength);

/** A name on tasks of the person's projects, with what the person gave it; without a place it comes after those with one. */
export const label = z.strictObject({
  name: z.string(),
  color: z.string().nullable(),
  position: z.number().nullable(),
  openTasks: z.int(),
});
export type Label = z.infer<typeof label>;

/** `nextCursor` is always null. */
export const labelPage = z.strictObject({ items: z.array(label), nextCursor: z.null() });

/** A label and the number of tasks that were changed with it. */
export const changedLabel = label.extend({ changedTasks: z.int() });

const look = { color: color.nullish(), position: position.nullish() };

/** Names are anything, so they are never part of a path. */
export const createLabel = {
  type: 'dev.zerodo.command.create-label.v1',
  data: z.strictObject({ name: labelName, ...look }),
} as const;

export const updateLabel = {
  type: 'dev.zerodo.command.update-label.v1',
  data: z.strictObject({ name: labelName, newName: labelName.optional(), ...look }),
} as const;

export const deleteLabel = {
  type: 'dev.zerodo.command.delete-label.v1',
  data: z.strictObject({ name: labelName }),
} as const;
