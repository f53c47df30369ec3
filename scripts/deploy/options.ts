import { readArgs } from '../read-args.ts';
import { Complaint } from '../start/complaint.ts';

export type Options = {
  /** Where people reach the installation. */
  url: string;
  tag: string;
  namespace: string;
  /** Helm's name of the installation; that of a function which is a release of its own. */
  release: string;
  context?: string;
  registry?: string;
  /** The part of requests and events that new revisions get first, and where to ask how they do. */
  canary?: { percent: number; prometheus: Prometheus };
  /** How long new revisions are watched at each stage, in seconds. */
  watch: number;
  dryRun: boolean;
};

/** A Prometheus in the cluster, asked through the API server: it need not be reachable from outside. */
export type Prometheus = { namespace: string; service: string; port: string };

const usage = 'npm run deploy -- https://todo.example.com --tag 1.2.3; docs/how-to/deploy-from-ci.md';
const name = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws Complaint about what is not understood */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parsed(args);
  const [url, ...more] = positionals;
  if (!url || more.length > 0 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Complaint(`Say where people reach it, one address: ${usage}`);
  const { tag, namespace, release, context, registry, canary, prometheus } = values;
  if (!tag || !/^\w[\w.-]{0,127}$/.test(tag)) throw new Complaint(`Say which images, by their tag: ${usage}`);
  for (const [option, value] of Object.entries({ namespace, release }))
    if (!name.test(value))
      throw new Complaint(`--${option} ${value}: small letters, digits and "-". ${usage}`);
  if (registry !== undefined && !/^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9._-]+)*$/.test(registry))
    throw new Complaint(
      `${registry} is no registry: it looks like registry.example.com/team, in small letters.`,
    );
  return {
    url: new URL(url).origin,
    tag,
    namespace,
    release,
    ...(context && { context }),
    ...(registry && { registry }),
    ...readCanary(canary, prometheus),
    watch: readMinutes(values.watch) * 60,
    dryRun: values['dry-run'],
  };
}

function readCanary(percent?: string, prometheus?: string): Pick<Options, 'canary'> {
  if (percent === undefined && prometheus === undefined) return {};
  if (percent === undefined || prometheus === undefined)
    throw new Complaint(
      `--canary and --prometheus go together: how new revisions do is asked of a Prometheus. ${usage}`,
    );
  const part = Number(percent);
  if (!Number.isInteger(part) || part < 1 || part > 99)
    throw new Complaint(`--canary ${percent}: a whole number of percent from 1 to 99. ${usage}`);
  const [, namespace, service, port] = /^([a-z0-9-]+)\/([a-z0-9-]+):(\d+)$/.exec(prometheus) ?? [];
  if (!namespace || !service || !port)
    throw new Complaint(
      `--prometheus ${prometheus}: namespace/service:port, such as monitoring/prometheus:9090. ${usage}`,
    );
  return { canary: { percent: part, prometheus: { namespace, service, port } } };
}

function readMinutes(minutes: string): number {
  const number = Number(minutes);
  if (!(number > 0 && number <= 120)) throw new Complaint(`--watch ${minutes}: minutes, up to 120. ${usage}`);
  return number;
}

const parsed = (args: string[]) =>
  readArgs(
    {
      args,
      allowPositionals: true,
      options: {
        tag: { type: 'string' },
        namespace: { type: 'string', default: 'zerodo' },
        release: { type: 'string', default: 'zerodo' },
        context: { type: 'string' },
        registry: { type: 'string' },
        canary: { type: 'string' },
        prometheus: { type: 'string' },
        watch: { type: 'string', default: '10' },
        'dry-run': { type: 'boolean', default: false },
      },
    },
    usage,
  );
