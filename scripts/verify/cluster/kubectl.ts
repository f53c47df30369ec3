import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

const condition = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
});

/** What is read of an object of any kind; everything else stays as it came. */
const resource = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
    deletionTimestamp: z.string().optional(),
  }),
  status: z.looseObject({ conditions: z.array(condition).optional() }).optional(),
});
export type Resource = z.infer<typeof resource>;

/** The cluster has no such kind. */
export class NoSuchKind extends Error {}

/** Whoever asks may not. */
export class Forbidden extends Error {}

export type Kubectl = {
  version: (signal: AbortSignal) => Promise<string>;
  /** @throws NoSuchKind, Forbidden, Error with what kubectl said */
  list: (kind: string, namespace: string, signal: AbortSignal) => Promise<Resource[]>;
};

/** The kubectl of the PATH, which only ever reads. */
export function kubectl(context?: string): Kubectl {
  const ask = async (args: string[], signal: AbortSignal) => {
    const where = context ? ['--context', context] : [];
    const all = [...where, ...args, '--output', 'json', '--request-timeout', '20s'];
    const { stdout } = await run('kubectl', all, { signal, maxBuffer: 256 * 2 ** 20 }).catch(explain(args));
    return JSON.parse(stdout);
  };
  return {
    async version(signal) {
      const { serverVersion } = await ask(['version'], signal);
      return serverVersion?.gitVersion ?? 'a server that does not say its version';
    },
    list: async (kind, namespace, signal) =>
      z.object({ items: z.array(resource) }).parse(await ask(['get', kind, '--namespace', namespace], signal))
        .items,
  };
}

const explain =
  ([, kind]: string[]) =>
  ({ code, stderr = '', message }: { code?: unknown; stderr?: string; message: string }): never => {
    if (code === 'ENOENT')
      throw new Error('kubectl is not on the PATH: install it, or leave --namespace out');
    if (/doesn't have a resource type/.test(stderr)) throw new NoSuchKind(`the cluster knows no ${kind}`);
    if (/\(Forbidden\)/.test(stderr))
      throw new Forbidden(`no right to list ${kind}: ask for the chart's Role for viewers (rbac.viewers)`);
    throw new Error(stderr.trim().split('\n').at(-1) || message);
  };
