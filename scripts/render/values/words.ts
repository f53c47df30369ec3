import { z } from 'zod';

/** What values are made of, each with its meaning: it is what docs/reference/values.md and a refusal say. */
export const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'a name is lower-case letters, digits and hyphens');

export const cpu = z.int().min(1).max(64_000).describe('CPU that is asked for, in thousandths of a core.');
export const memory = z
  .string()
  .regex(/^\d+(Mi|Gi)$/)
  .describe('Memory that is asked for, such as `96Mi`.');
export const cpuLimit = z.int().min(1).max(64_000).describe('CPU at the most, in thousandths of a core.');
export const memoryLimit = z
  .string()
  .regex(/^\d+(Mi|Gi)$/)
  .describe('Memory at the most; an instance that takes more is stopped.');

export const scale = z
  .strictObject({
    min: z.int().min(0).max(1000).describe('Instances that are always there.'),
    max: z.int().min(1).max(1000).describe('Instances at the most.'),
    target: z.int().min(1).max(1000).describe('Requests at once that another instance is started for.'),
    downDelay: z
      .int()
      .min(0)
      .max(3600)
      .describe('Seconds that an instance is kept although it is not needed any more.'),
  })
  .describe('How far it scales.');

export const peers = z
  .array(z.record(z.string(), z.unknown()))
  .describe('Peers of a NetworkPolicy (`ipBlock`, `namespaceSelector`, `podSelector`). Empty: anywhere.');

export const subjects = z.array(
  z
    .strictObject({
      kind: z.enum(['User', 'Group', 'ServiceAccount']).describe('What it is.'),
      name: z.string().min(1).describe('Its name.'),
      namespace: name.optional().describe('Of a ServiceAccount.'),
    })
    .describe('A subject of a RoleBinding.'),
);

export const words = z.record(z.string(), z.string());
