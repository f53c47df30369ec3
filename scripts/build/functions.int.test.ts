import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root as project } from '../tool.ts';
import { nodeFlags } from './bundle.ts';
import { buildFunctions } from './functions.ts';

/** A project with two functions of its own over the real runtime. */
let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'zerodo-build-')));
  for (const shared of ['node_modules', 'package-lock.json', 'scripts']) {
    await symlink(join(project, shared), join(root, shared));
  }
  for (const name of ['one-tick', 'other-tick']) await write(name, 'null');
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function write(name: string, work: string): Promise<void> {
  await mkdir(join(root, 'functions', name), { recursive: true });
  await writeFile(
    join(root, 'functions', name, 'handle.ts'),
    `import { defineTick } from '@zerodo/runtime/tick';
     export default defineTick({ name: '${name}', handle: async () => { ${work}; } });`,
  );
}

const build = () => buildFunctions(root, join(root, 'build'));

it('bundles what changed and nothing else, and removes what was there before', async () => {
  const first = await build();
  expect(first.rebuilt.sort()).toEqual(['one-tick', 'other-tick']);
  expect(first.folderOf('one-tick')).toMatch(/\/build\/[0-9a-f]{16}\/functions\/one-tick$/);

  expect((await build()).rebuilt).toEqual([]);

  await write('one-tick', '1');
  const third = await build();
  expect(third.rebuilt).toEqual(['one-tick']);
  expect(third.folderOf('other-tick')).toBe(first.folderOf('other-tick'));
  expect(existsSync(first.folderOf('one-tick'))).toBe(false);
});

it('copies the files that a function names as assets', async () => {
  const described = { name: 'one-tick', zerodo: { assets: ['swagger-ui-dist/favicon-32x32.png'] } };
  await write('one-tick', '2');
  await writeFile(join(root, 'functions', 'one-tick', 'package.json'), JSON.stringify(described));

  const { rebuilt, folderOf } = await build();

  expect(rebuilt).toEqual(['one-tick']);
  expect(existsSync(join(folderOf('one-tick'), 'assets', 'favicon-32x32.png'))).toBe(true);
});

it('keeps a code cache that the process takes', async () => {
  const { folderOf } = await build();
  const child = spawn(process.execPath, [...nodeFlags, join(folderOf('one-tick'), 'boot.cjs')], {
    env: {
      PORT: join(root, 'socket'),
      ZERODO_WORKER_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
      ZERODO_EXIT_WITH_STDIN: '1',
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });

  child.stdin.end();
  const [status] = await once(child, 'close');

  expect({ status, said }).toEqual({ status: 0, said: '' });
  expect(existsSync(join(folderOf('one-tick'), 'app.js.v8'))).toBe(true);
});

it('starts without what only few requests need, and without what no code cache can hold', async () => {
  const { folderOf } = await build();
  const probe = join(root, 'probe.cjs');
  await writeFile(
    probe,
    `const made = [];
     globalThis.Function = new Proxy(Function, { construct: (of, words) => (made.push(words), new of(...words)) });
     process.on('exit', () => process.stdout.write(JSON.stringify({ made, modules: process.moduleLoadList })));`,
  );
  const child = spawn(process.execPath, [...nodeFlags, '-r', probe, join(folderOf('one-tick'), 'boot.cjs')], {
    env: {
      PORT: join(root, 'socket-of-probe'),
      ZERODO_WORKER_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
      ZERODO_JWKS_URL: 'http://127.0.0.1:9/',
      ZERODO_EXIT_WITH_STDIN: '1',
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });

  child.stdin.end();
  await once(child, 'close');

  const { made, modules } = JSON.parse(said) as { made: unknown[]; modules: string[] };
  expect(made).toEqual([]);
  expect(
    modules.filter((name) => / (internal\/deps\/undici\/undici|worker_threads|tls|zlib|assert)$/.test(name)),
  ).toEqual([]);
});

it('leaves out of a bundle what reads bodies, deprecates, and asks where it was called from', async () => {
  const { folderOf } = await build();
  const bundled = await readFile(join(folderOf('one-tick'), 'app.js'), 'latin1');

  const found = ['getTestServer', 'iconv', 'getCallSites', 'callSiteLocation'].filter((word) =>
    bundled.includes(word),
  );

  expect(found).toEqual(['getTestServer']);
});

it('says which function cannot be built', async () => {
  await write('one-tick', 'this is no TypeScript');

  await expect(build()).rejects.toThrow('The function one-tick could not be built: ');
});
