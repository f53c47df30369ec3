import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '../start/complaint.ts';
import { section, withSection } from './changelog.ts';
import { saysVersion, withVersion } from './files.ts';
import { type Repository, readRepository } from './git.ts';
import type { Options } from './options.ts';
import { nextVersion } from './version.ts';

/** One thing that a release does, as it could be typed or said, and the doing of it. */
export type Step = { shown: string; run: () => Promise<void> };

/** What a release would do, and what the changelog will say of it. */
export type Release = { version: string; notes: string; steps: Step[] };

/**
 * Everything that makes a release of the repository in `root`, without doing any of it.
 *
 * @throws Complaint about what has to be put right first
 */
export async function plan(root: string, options: Options, today: string): Promise<Release> {
  const repository = await readRepository(root);
  const { version: now } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const version = nextVersion(options.version, now, repository.last);
  demand(repository, version);
  const notes = section(version, today, repository.commits, repository.last === undefined);
  const command = (name: string, ...args: string[]) => commandIn(root, name, args);
  const registry = options.registry;
  return {
    version,
    notes,
    steps: [
      ...(now === version ? [] : [writeVersion(root, repository.files, now, version)]),
      writeNotes(root, notes),
      command('npm', 'run', 'generate'),
      command('npm', 'run', 'check'),
      command('git', 'add', '--all'),
      command('git', 'commit', '--message', `release: publish ${version}`),
      command('git', 'tag', '--annotate', `v${version}`, '--message', `Zerodo ${version}`),
      ...(registry ? publish(command, version, registry) : []),
      command('git', 'push', '--atomic', 'origin', 'main', `v${version}`),
    ],
  };
}

/** What a workflow does when it sees the tag, by hand. */
const publish = (command: (name: string, ...args: string[]) => Step, version: string, registry: string) => [
  command('npm', 'run', 'images', '--', '--registry', registry, '--tag', version, '--push'),
  command('helm', 'package', 'helm/zerodo', '--destination', '.zerodo/release'),
  command('helm', 'push', `.zerodo/release/zerodo-${version}.tgz`, `oci://${registry}/charts`),
];

function demand({ branch, clean, tags, last, commits }: Repository, version: string): void {
  if (branch !== 'main') throw new Complaint('Releases are made of main: git switch main.');
  if (!clean)
    throw new Complaint(
      'There are changes that are not committed: commit or stash them, a release takes what is in main.',
    );
  if (tags.includes(`v${version}`))
    throw new Complaint(`v${version} is a tag already: take a later version.`);
  if (commits.length === 0)
    throw new Complaint(`Nothing has changed since ${last}: there is nothing to release.`);
}

function writeVersion(root: string, files: string[], now: string, next: string): Step {
  const named = files.filter(saysVersion);
  return {
    shown: `# ${now} → ${next} in ${named.length} files: package.json, helm/zerodo/Chart.yaml, …`,
    run: async () => {
      for (const path of named) {
        const text = await readFile(join(root, path), 'utf8');
        await writeFile(join(root, path), withVersion(path, text, now, next));
      }
    },
  };
}

const writeNotes = (root: string, notes: string): Step => ({
  shown: '# CHANGELOG.md gets the section above',
  run: async () => {
    const path = join(root, 'CHANGELOG.md');
    await writeFile(path, withSection(await readFile(path, 'utf8').catch(() => ''), notes));
  },
});

function commandIn(root: string, name: string, args: string[]): Step {
  const words = [name, ...args].map((word) => (/^[\w./:=@,-]+$/.test(word) ? word : `'${word}'`));
  const shown = words.join(' ');
  return {
    shown,
    run: async () => {
      const child = spawn(name, args, { cwd: root, stdio: 'inherit' });
      const [code] = await once(child, 'close').catch(() => [127]);
      if (code !== 0)
        throw new Complaint(
          `${shown} failed, and says why above. To start again: git reset --hard origin/main, and git tag --delete what was tagged here.`,
        );
    },
  };
}
