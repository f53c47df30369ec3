import { z } from 'zod';
import type { Resource } from './kubectl.ts';

const podStatus = z.object({
  phase: z.string().optional(),
  conditions: z
    .array(z.object({ type: z.string(), status: z.string(), message: z.string().optional() }))
    .default([]),
  containerStatuses: z
    .array(
      z.object({
        name: z.string(),
        state: z
          .object({
            waiting: z.object({ reason: z.string().optional(), message: z.string().optional() }).optional(),
          })
          .optional(),
      }),
    )
    .default([]),
});

/** What a container waits for only while it starts. */
const starting = ['ContainerCreating', 'PodInitializing'];

/** Pods that cannot start, each with the reason that Kubernetes gives; one that ends or has ended well is none. */
export const stuckPods = (pods: readonly Resource[]): string[] =>
  pods
    .filter(({ metadata }) => !metadata.deletionTimestamp)
    .flatMap(({ metadata, status }) => {
      const { conditions, containerStatuses } = podStatus.parse(status ?? {});
      const waiting = containerStatuses.flatMap(({ name, state }) => {
        const { reason = '', message } = state?.waiting ?? {};
        return reason && !starting.includes(reason)
          ? [`${name}: ${[reason, message].filter(Boolean).join(': ')}`]
          : [];
      });
      const unplaced = conditions.filter(({ type, status }) => type === 'PodScheduled' && status === 'False');
      const why = [...waiting, ...unplaced.map(({ message }) => message ?? 'no node takes it')];
      return why.length > 0 ? [`pod ${metadata.name} does not start: ${why.join('; ')}`] : [];
    });
