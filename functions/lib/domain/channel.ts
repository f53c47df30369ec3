import * as z from 'zod';

/** Where a notification can reach a person. */
export const channel = z.enum(['in-app', 'email', 'push']);
export type Channel = z.infer<typeof channel>;

/** Some channels, each once; which order they are in means nothing. */
export const someChannels = z.array(channel).min(1).max(3);
