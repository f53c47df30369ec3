import { z } from 'zod';
import { Complaint } from '../start/complaint.ts';
import type { Options } from './options.ts';
import { inContext, ofKubectl } from './services.ts';
import type { World } from './world.ts';

/** Where a rollback goes to. */
export async function releaseNow({ commands }: World, options: Options): Promise<number> {
  const { release, namespace } = options;
  const said = await commands
    .ask('{"version":1}', 'helm', 'status', release, ...ofHelm(options), '--output', 'json')
    .catch((error: Error) => {
      throw new Complaint(
        `${error.message}\n\nThere is no release ${release} in ${namespace}: install it first (docs/how-to/run-on-a-cluster.md, or deploy-one-function.md for one function).`,
      );
    });
  return z.object({ version: z.int() }).parse(JSON.parse(said)).version;
}

export async function upgrade({ commands }: World, options: Options): Promise<void> {
  const { release, tag, registry } = options;
  await commands.run(
    ...['helm', 'upgrade', release, 'helm/zerodo', ...ofHelm(options), '--reset-then-reuse-values'],
    ...['--set-string', `image.tag=${tag}`, ...(registry ? ['--set', `image.registry=${registry}`] : [])],
    ...['--timeout', '20m'],
  );
}

export async function rollback({ commands }: World, options: Options, to: number): Promise<void> {
  const { release } = options;
  await commands.run('helm', 'rollback', release, String(to), ...ofHelm(options), '--timeout', '20m');
}

/** kubectl waits for what has seen the newest change, so that yesterday's Ready does not count. */
export async function ready({ commands }: World, options: Options): Promise<void> {
  for (const [what, condition] of [
    ['deployment', 'Available'],
    ['services.serving.knative.dev', 'Ready'],
    ['broker,trigger', 'Ready'],
    ['kafkasource', 'Ready'],
  ] as const)
    await commands.run(
      ...['kubectl', 'wait', what, '--all', `--for=condition=${condition}`, '--timeout=600s'],
      ...ofKubectl(options),
    );
}

export async function verify({ commands }: World, options: Options): Promise<void> {
  await commands.run('npm', 'run', 'verify', '--', options.url, ...ofKubectl(options));
}

const ofHelm = ({ namespace, context }: Options): string[] => [
  ...['--namespace', namespace],
  ...inContext('--kube-context', context),
];
