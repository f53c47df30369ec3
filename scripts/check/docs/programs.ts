import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../tool.ts';
import type { Call } from './shell.ts';

/** Flags of each subcommand of a program; the empty subcommand is the program itself. */
export type Program = Map<string, Set<string>>;

/** What is known of the programs and scripts that documentation names. */
export type Known = {
  programs: Map<string, Program>;
  /** Texts of what is behind `npm run x`, by x; one that is not in package.json is not here. */
  tasks: Map<string, string>;
  /** Text of the bash behind `scripts/setup-<cloud>`. */
  setup: string;
  /** Of the project, relative to it. */
  files: Set<string>;
};

/** Of the shell, or so common that a wrong flag would be noticed: nothing of theirs is looked at. */
const common = new Set(
  '$EDITOR . apt-get base64 basename break cat cd chmod cp curl date echo env export false grep head jobs kill less ls mkdir mktemp mv node npx printf read rm sed sha256sum sort source tail tee test trap true umask uniq unset wait wc'.split(
    ' ',
  ),
);

/** Lists have a line for each subcommand: `<subcommand>: <flag> …`; `*` is any. Those of the set-up are what its fakes take. */
const lists = [join(root, 'scripts/setup/testing/flags'), join(root, 'scripts/check/docs/flags')];

export async function knownPrograms(): Promise<Map<string, Program>> {
  const programs = new Map<string, Program>();
  for (const folder of lists) {
    for (const file of await readdir(folder)) {
      const program = programs.get(file.slice(0, -4)) ?? new Map<string, Set<string>>();
      for (const line of (await readFile(join(folder, file), 'utf8')).split('\n').filter(Boolean)) {
        const [subcommand, flags = ''] = line.split(/: ?/, 2) as [string, string?];
        const known = program.get(subcommand) ?? [];
        program.set(subcommand, new Set([...known, ...flags.split(' ').filter(Boolean)]));
      }
      programs.set(file.slice(0, -4), program);
    }
  }
  return programs;
}

const flagsIn = (words: Call): string[] =>
  words
    .slice(0, words.indexOf('--') === -1 ? undefined : words.indexOf('--'))
    .filter((word) => /^--?[a-zA-Z]/.test(word));

/** What a call names that does not exist; undefined when all of it does. */
export function wrongWith(call: Call, { programs, tasks, setup, files }: Known): string | undefined {
  const [name = '', ...words] = call;
  if (name === 'npm') return wrongTask(words, tasks);
  if (name.startsWith('scripts/setup-')) {
    if (!files.has(name.replace('<cloud>', 'gke'))) return `there is no ${name}`;
    return wrongFlag(name, words, (flag) => setup.includes(`  ${flag} `));
  }
  if (name.includes('/')) return files.has(name) ? undefined : `there is no ${name}`;
  const program = programs.get(name);
  if (program === undefined)
    return common.has(name) ? undefined : `${name} is not known here (scripts/check/docs/flags)`;
  const anywhere = program.get('*') ?? new Set();
  const line = `${afterFlags(words).join(' ')} `;
  const subcommand = [...program.keys()]
    .filter((one) => one === '' || line.startsWith(`${one} `))
    .sort((one, other) => other.length - one.length)[0];
  if (subcommand === undefined) return `${name} has no subcommand "${line.split(' ')[0]}" that is known here`;
  const own = program.get(subcommand)!;
  return wrongFlag(`${name} ${subcommand}`.trim(), words, (flag) => own.has(flag) || anywhere.has(flag));
}

/** Flags before a subcommand hold for all of them, and have a value. */
function afterFlags([first = '', ...rest]: Call): Call {
  if (!first.startsWith('-') || rest.length === 0) return [first, ...rest];
  return afterFlags(first.includes('=') ? rest : rest.slice(1));
}

function wrongFlag(name: string, words: Call, has: (flag: string) => boolean): string | undefined {
  const wrong = flagsIn(words).find((word) => !has(word.split('=')[0]!));
  return wrong && `${name} has no flag ${wrong.split('=')[0]}`;
}

function wrongTask([verb = '', ...words]: Call, tasks: Known['tasks']): string | undefined {
  const name = verb === 'run' ? words.find((word) => !word.startsWith('-')) : verb;
  if (verb === 'ci' || verb === 'install' || name === undefined || name === 'x') return undefined;
  const text = tasks.get(name);
  if (text === undefined) return `there is no npm run ${name}`;
  const own = words.slice(words.indexOf('--') + 1);
  const wrong = words.includes('--')
    ? own.map((word) => /^--([a-z-]+)/.exec(word)?.[1]).find((flag) => flag && !names(text, flag))
    : undefined;
  return wrong && `npm run ${name} has no option --${wrong}`;
}

/** An option is named by what reads it: as a key of `parseArgs`, or as it is typed. */
const names = (text: string, flag: string): boolean =>
  text.includes(`--${flag}`) || new RegExp(`(^|[^\\w-])'?${flag}'?: \\{[^}]*type: '`, 'm').test(text);

const remote = /^(az|gcloud|oci|doctl|minikube|kubectl-ai|argocd)$/;
const ofReleases = /^(install|upgrade|rollback|uninstall|test|history|status|get)$/;
const ofAFile = /^(kustomize|version|krew)$/;

/** Whether a call does nothing without a cluster, or an account at somebody who has some. */
export function needsCluster([name = '', ...words]: Call): boolean {
  const [verb = ''] = afterFlags(words);
  const dry = words.some((word) => /^(--dry-run|--help|-h)$/.test(word));
  if (remote.test(name)) return true;
  if (name === 'kubectl') return !ofAFile.test(verb);
  if (name === 'helm') return ofReleases.test(verb);
  if (name.startsWith('scripts/setup-')) return !dry;
  return name === 'npm' && words.includes('--namespace') && !dry;
}
