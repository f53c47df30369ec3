import { z } from 'zod';
import type { Commands } from './commands.ts';
import type { Options } from './options.ts';

/** A Knative Service of the release: the revision that answers most, and the one that is the newest to be ready. */
export type Service = { name: string; answers: string; newest: string };

const traffic = z.object({ revisionName: z.string().optional(), percent: z.number().default(0) });
const list = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string(), annotations: z.record(z.string(), z.string()).default({}) }),
      status: z
        .object({ latestReadyRevisionName: z.string().optional(), traffic: z.array(traffic).default([]) })
        .default({ traffic: [] }),
    }),
  ),
});

const kind = 'services.serving.knative.dev';

/** What a dry run takes for the services of a release. */
const sample = (release: string): string =>
  JSON.stringify({
    items: [
      {
        metadata: { name: '<function>', annotations: { 'meta.helm.sh/release-name': release } },
        status: {
          latestReadyRevisionName: '<new-revision>',
          traffic: [{ revisionName: '<revision>', percent: 100 }],
        },
      },
    ],
  });

/** The services of a release that have ever been ready. */
export async function readServices({ ask }: Commands, options: Options): Promise<Service[]> {
  const said = await ask(
    sample(options.release),
    ...['kubectl', 'get', kind, '--selector', 'app.kubernetes.io/part-of=zerodo', '--output', 'json'],
    ...ofKubectl(options),
  );
  return list
    .parse(JSON.parse(said))
    .items.filter(({ metadata }) => metadata.annotations['meta.helm.sh/release-name'] === options.release)
    .flatMap(({ metadata: { name }, status: { latestReadyRevisionName: newest, traffic } }) => {
      const [most] = traffic.toSorted((one, other) => other.percent - one.percent);
      return newest ? [{ name, newest, answers: most?.revisionName ?? newest }] : [];
    });
}

/** How requests and events of a service are shared out. */
export type Share = { revisionName: string; percent: number } | { latestRevision: true; percent: 100 };

export async function share(
  { run }: Commands,
  options: Options,
  service: string,
  traffic: Share[],
): Promise<void> {
  await run(
    ...['kubectl', 'patch', kind, service, '--type', 'merge', ...ofKubectl(options)],
    ...['--patch', JSON.stringify({ spec: { traffic } })],
  );
}

/** All of each service to one revision. */
export async function toAll(
  commands: Commands,
  options: Options,
  services: Service[],
  revision: (service: Service) => string,
): Promise<void> {
  for (const service of services)
    await share(commands, options, service.name, [{ revisionName: revision(service), percent: 100 }]);
}

/** All of each service to whatever is its newest revision, also later. */
export async function toNewest(commands: Commands, options: Options, services: Service[]): Promise<void> {
  for (const { name } of services)
    await share(commands, options, name, [{ latestRevision: true, percent: 100 }]);
}

/** What tells kubectl where. */
export const ofKubectl = ({ namespace, context }: Options): string[] => [
  ...['--namespace', namespace],
  ...inContext('--context', context),
];

/** What tells a program which cluster, where it is not the current one. */
export const inContext = (option: string, context?: string): string[] => (context ? [option, context] : []);
