import * as z from 'zod';
import { someChannels } from './channel.ts';
import { localTime } from './due.ts';

/** Where it goes; without it, where the person's preferences say. */
const channels = someChannels.optional();

/**
 * When to remind: so many minutes before the due time (exact), so many calendar days before it (at
 * a local time, the due one when none is given), or at a local moment (in the task's zone unless
 * another is named).
 */
export const reminder = z.union([
  z.strictObject({ type: z.literal('before'), minutes: z.int().min(0).max(527_040), channels }),
  z.strictObject({
    type: z.literal('before'),
    days: z.int().min(0).max(366),
    at: localTime.optional(),
    channels,
  }),
  z.strictObject({
    type: z.literal('at'),
    local: z.string().max(40),
    timezone: z.string().max(64).optional(),
    channels,
  }),
]);
export type Reminder = z.infer<typeof reminder>;
