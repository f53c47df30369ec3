import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { toolPath } from '../tools/tools.ts';
import { chart } from './read-values.ts';
import { kindsOfOthers } from './requirements.ts';

/** What `helm template` is asked: files of values by name (values-local.yaml), and single values as `--set-json` takes them. */
export type Question = {
  files?: string[];
  set?: Record<string, unknown>;
  /** The release; a second one in a namespace has another name. */
  release?: string;
  /** The kinds that the cluster has, as `<group>/<version>/<Kind>`; by default all that are needed. */
  kinds?: string[];
  /** A cluster to ask for its kinds and for what is installed; without one nothing is looked up. */
  cluster?: string;
};

/** There is no helm, and none could be made; the message says why. */
export class NoHelm extends Error {}

/** The chart refuses the values; the message is what it says. */
export class Refused extends Error {}

/**
 * What the chart makes of values, as YAML documents.
 *
 * @throws NoHelm, Refused
 */
export async function template({
  files = [],
  set = {},
  release = 'zerodo',
  kinds = kindsOfOthers,
  cluster,
}: Question) {
  const { path, reason } = await toolPath('helm');
  if (path === undefined) throw new NoHelm(reason);
  const { stdout } = await promisify(execFile)(
    path,
    [
      ...['template', release, chart, '--namespace', 'zerodo', '--kube-version', '1.34.0'],
      ...(cluster === undefined
        ? kinds.flatMap((kind) => ['--api-versions', kind])
        : ['--dry-run=server', '--disable-openapi-validation', '--kube-apiserver', cluster]),
      ...files.flatMap((file) => ['--values', `${chart}${file}`]),
      ...Object.entries(set).flatMap(([key, value]) => ['--set-json', `${key}=${JSON.stringify(value)}`]),
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stderr?: string }) => {
    throw new Refused(sentenceOf(error.stderr ?? String(error)));
  });
  return stdout;
}

/** Helm says first where in which template it was, and last how to see more. */
const sentenceOf = (stderr: string): string =>
  (/execution error at \(.*?\): (.*)/.exec(stderr)?.[1] ?? stderr).trim();
