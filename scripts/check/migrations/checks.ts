import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../tool.ts';
import type { Check, Findings } from '../check.ts';
import { commitsBefore, fileAt, git, lastRelease } from '../history.ts';
import { schemaBreaks } from './breaks.ts';
import { markersOf, unexplained } from './markers.ts';
import { readSchema } from './schema.ts';

const store = 'functions/lib/store';

/** The database as a commit, or the files of now, would have it. */
export type State = { schema: string; migrations: Record<string, string> };

/**
 * What the migrations since `before` do to the release that has `before`.
 *
 * @param isReleased whether a version, or a commit, is one that `before` has in it
 */
export async function judge(
  before: State,
  now: State,
  isReleased: (version: string) => Promise<boolean>,
): Promise<Findings> {
  const changed = Object.entries(before.migrations)
    .filter(([name, text]) => now.migrations[name] !== text)
    .map(([name]) =>
      name in now.migrations
        ? `${name} was changed: it has been applied, so add a new migration`
        : `${name} is gone: it has been applied, and stays`,
    );
  const markers = Object.entries(now.migrations)
    .filter(([name]) => !(name in before.migrations))
    .flatMap(([name, text]) => markersOf(name, text));
  const breaks = schemaBreaks(readSchema(before.schema), readSchema(now.schema));
  return [...changed, ...(await unexplained(breaks, markers, isReleased))];
}

async function stateNow(): Promise<State> {
  const folder = join(root, store, 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return {
    schema: await readFile(join(root, store, 'schema.sql'), 'utf8'),
    migrations: Object.fromEntries(names.map((name, index) => [name, texts[index]!.trim()])),
  };
}

async function stateAt(commit: string): Promise<State> {
  const listed = await git('ls-tree', '--name-only', commit, `${store}/migrations/`);
  const paths = (listed ?? '').split('\n').filter((path) => path.endsWith('.sql'));
  const read = async (path: string) => [path.split('/').at(-1)!, (await fileAt(commit, path)) ?? ''] as const;
  return {
    schema: (await fileAt(commit, `${store}/schema.sql`)) ?? '',
    migrations: Object.fromEntries(await Promise.all(paths.map(read))),
  };
}

/** A version is released where its tag is in the release before; until the first release a commit says it. */
const releasedIn = (commit: string) => async (version: string) => {
  const ref = /^\d+\.\d+\.\d+$/.test(version) ? `v${version}` : version;
  return (await git('merge-base', '--is-ancestor', ref, commit)) !== undefined;
};

async function expandThenContract(): Promise<Findings> {
  const release = await lastRelease();
  const commits = release === undefined ? await commitsBefore() : [release];
  if (commits.length === 0)
    console.log('  no history of git here, so no release that migrations could break');
  const now = await stateNow();
  const findings = await Promise.all(
    commits.map(async (commit) => judge(await stateAt(commit), now, releasedIn(commit))),
  );
  return [...new Set(findings.flat())];
}

export const migrationChecks: Check[] = [
  { name: 'migrations beside the release before (expand, then contract)', run: expandThenContract },
];
