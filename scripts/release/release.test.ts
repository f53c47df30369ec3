import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { projectFiles } from '../check/project-files.ts';
import { FakeMachine } from '../setup/testing/machine.ts';
import { root } from '../tool.ts';
import { saysVersion } from './files.ts';
import type { Options } from './options.ts';
import { plan } from './release.ts';

const author = { name: 'Ada', email: 'ada@example.com' };
let machine: FakeMachine;
let repository: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', repository, '-c', 'commit.gpgsign=false', ...args], { encoding: 'utf8' }).trim();

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(repository, dirname(path)), { recursive: true });
  await writeFile(join(repository, path), text);
}
const read = (path: string) => readFile(join(repository, path), 'utf8');

async function commit(subject: string): Promise<void> {
  await write('work.txt', subject);
  git('add', '--all');
  git('commit', '--quiet', '--message', subject);
}

/** On a branch that never came into main. */
async function tagElsewhere(): Promise<void> {
  git('switch', '--quiet', '--create', 'side');
  await commit('web: try');
  git('tag', 'v0.2.0');
  git('switch', '--quiet', 'main');
}

const release = (options: Partial<Options> & { version: string }) =>
  plan(repository, { yes: false, ...options }, '2026-11-22');

beforeEach(async () => {
  machine = new FakeMachine([], { git: execFileSync('which', ['git'], { encoding: 'utf8' }).trim() });
  repository = join(machine.home, 'repository');
  const remote = join(machine.home, 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', repository]);
  git('config', 'user.name', author.name);
  git('config', 'user.email', author.email);
  git('remote', 'add', 'origin', remote);
  for (const [name, value] of Object.entries(machine.environment)) vi.stubEnv(name, value);
  await write(
    'package.json',
    '{\n  "version": "0.1.0",\n  "dependencies": { "@zerodo/log": "0.1.0", "other": "0.1.0" }\n}\n',
  );
  await write(
    'package-lock.json',
    JSON.stringify({
      version: '0.1.0',
      packages: {
        '': { version: '0.1.0', dependencies: { '@zerodo/log': '0.1.0', other: '0.1.0' } },
        'node_modules/other': { version: '0.1.0' },
      },
    }),
  );
  await write('helm/zerodo/Chart.yaml', 'apiVersion: v2\nversion: 0.1.0\nappVersion: 0.1.0\n');
  await write('helm/zerodo/values-production.yaml', 'image:\n  tag: 0.1.0\npeer: 10.0.1.0\n');
  await commit('web: begin');
  git('push', '--quiet', 'origin', 'main');
});
afterEach(() => {
  vi.unstubAllEnvs();
  machine.remove();
});

async function doAll(options: Parameters<typeof release>[0]) {
  const { steps, version } = await release({ ...options, yes: true });
  for (const { run } of steps) await run();
  return version;
}

it('says what it would do, and does nothing of it', async () => {
  const { steps, notes } = await release({ version: '0.1.0' });
  expect(notes).toContain('The first release.');
  expect(steps.map(({ shown }) => shown)).toEqual([
    '# CHANGELOG.md gets the section above',
    'npm run generate',
    'npm run check',
    'git add --all',
    "git commit --message 'release: publish 0.1.0'",
    "git tag --annotate v0.1.0 --message 'Zerodo 0.1.0'",
    'git push --atomic origin main v0.1.0',
  ]);
  expect([git('status', '--porcelain'), git('tag'), machine.calls]).toEqual(['', '', []]);
});

it('writes the version wherever it is said, the changelog, a commit and a tag, and pushes both', async () => {
  await doAll({ version: '0.1.0' });
  await commit('api: rename labels');
  expect(await doAll({ version: 'minor' })).toBe('0.2.0');

  expect(await read('package.json')).toBe(
    '{\n  "version": "0.2.0",\n  "dependencies": { "@zerodo/log": "0.2.0", "other": "0.1.0" }\n}\n',
  );
  expect(JSON.parse(await read('package-lock.json'))).toEqual({
    version: '0.2.0',
    packages: {
      '': { version: '0.2.0', dependencies: { '@zerodo/log': '0.2.0', other: '0.1.0' } },
      'node_modules/other': { version: '0.1.0' },
    },
  });
  expect(await read('helm/zerodo/Chart.yaml')).toBe('apiVersion: v2\nversion: 0.2.0\nappVersion: 0.2.0\n');
  expect(await read('helm/zerodo/values-production.yaml')).toBe('image:\n  tag: 0.2.0\npeer: 10.0.1.0\n');
  expect(await read('CHANGELOG.md')).toContain(
    '## 0.2.0 (2026-11-22)\n\n### api\n\n- Rename labels\n\n## 0.1.0',
  );
  expect(machine.calls).toEqual(['npm run generate', 'npm run check', 'npm run generate', 'npm run check']);
  expect(git('ls-remote', '--refs', 'origin').match(/refs\/.*/g)).toEqual([
    'refs/heads/main',
    'refs/tags/v0.1.0',
    'refs/tags/v0.2.0',
  ]);
  expect(git('log', '-1', '--format=%s %D')).toContain('release: publish 0.2.0 HEAD -> main, tag: v0.2.0');
});

it('publishes images and chart from here before anybody sees the tag, where a registry is named', async () => {
  await doAll({ version: '0.1.0', registry: 'registry.example.com/team' });
  expect(machine.calls.slice(2)).toEqual([
    'npm run images -- --registry registry.example.com/team --tag 0.1.0 --push',
    'helm package helm/zerodo --destination .zerodo/release',
    'helm push .zerodo/release/zerodo-0.1.0.tgz oci://registry.example.com/team/charts',
  ]);
});

it('stops where a check fails, before anything is tagged or pushed', async () => {
  machine.failOn('^npm run check');
  await expect(doAll({ version: '0.1.0' })).rejects.toThrow(/^npm run check failed, and says why above\./);
  expect([git('tag'), git('ls-remote', '--tags', 'origin')]).toEqual(['', '']);
});

it.each([
  ['a branch beside main', () => git('switch', '--quiet', '--create', 'side'), 'Releases are made of main'],
  [
    'changes that nobody committed',
    () => write('work.txt', 'more'),
    'There are changes that are not committed',
  ],
  ['a tag that is there', tagElsewhere, 'v0.2.0 is a tag already'],
  ['nothing new', () => git('tag', 'v0.1.0'), 'Nothing has changed since 0.1.0'],
])('refuses %s', async (_, prepare, sentence) => {
  await prepare();
  await expect(release({ version: 'minor' })).rejects.toThrow(sentence);
});

it('knows every file of the project that says the version', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const said = new RegExp(
    `(version|tag|revision|zerodo/[a-z-]+)["']?[:=] ?["']?v?${RegExp.escape(version)}(?![\\d.]*\\d)`,
    'i',
  );
  const generated = /^(knative\/|docs\/how-to\/run-on-|CHANGELOG\.md)|\.generated\./;
  // A test has versions of its own, and a decision is of its day.
  const ofItsOwn = /[._]test\.[a-z]+$|\/testing\/|^docs\/decisions\//;
  const paths = (await projectFiles()).filter((path) => !generated.test(path) && !ofItsOwn.test(path));
  const unknown: string[] = [];
  for (const path of paths)
    if (!saysVersion(path) && said.test(await readFile(join(root, path), 'utf8').catch(() => '')))
      unknown.push(path);
  expect(unknown).toEqual([]);
});
