import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { nodeFlags } from '../build/bundle.ts';
import { root } from '../tool.ts';
import { buildArguments, recipeOf, shown } from './engine.ts';
import { librariesIn } from './local-base.ts';
import { officialBase } from './options.ts';

const origin = { version: '0.1.0', revision: 'abc-dirty', created: new Date(0) };
const build = { image: 'task-create', ref: 'dev.local/zerodo/task-create:1', base: 'node:24', origin };

describe('what an engine is told', () => {
  it('is the recipe, the function, the base and the labels', () => {
    expect(shown('docker', buildArguments('docker', build))).toBe(
      'docker build --file functions/Dockerfile --tag dev.local/zerodo/task-create:1 --build-arg BASE_IMAGE=node:24' +
        ' --build-arg FUNCTION=task-create --network none --label org.opencontainers.image.version=0.1.0' +
        ' --label org.opencontainers.image.revision=abc-dirty' +
        ' --label org.opencontainers.image.created=1970-01-01T00:00:00.000Z' +
        ' --label org.opencontainers.image.base.name=node:24 .zerodo/images/task-create',
    );
  });

  it('names a platform where one is wanted, and no function for the web', () => {
    const args = shown(
      'buildah',
      buildArguments('buildah', { ...build, image: 'web', platform: 'linux/arm64' }),
    );

    expect(args).toContain('--file web/Dockerfile');
    expect(args).toContain('--platform linux/arm64');
    expect(args).not.toMatch(/FUNCTION|--network/);
  });

  it('can be typed as it is shown', () => {
    expect(shown('docker', ['push', "it's here"])).toBe(`docker push 'it'\\''s here'`);
  });
});

describe.each(['task-create', 'migrate', 'verify', 'web'])('the recipe of %s', (image) => {
  const recipe = async () => readFile(`${root}${recipeOf(image)}`, 'utf8');

  it('runs node as the first process and as nobody, on the base that is the default', async () => {
    expect(await recipe()).toContain(`\nARG BASE_IMAGE=${officialBase}\n`);
    expect((await recipe()).match(/^USER .*$/gm)?.at(-1)).toBe('USER 65532:65532');
    expect(await recipe()).toMatch(/^ENTRYPOINT \["node", /m);
  });

  it('needs no shell, no network and nothing that an older builder lacks', async () => {
    expect(await recipe()).not.toMatch(/^RUN (?!\["node")|^# *syntax=|<<|^ADD /m);
  });
});

it('a function runs with the flags that its code cache is made with', async () => {
  const recipe = await readFile(`${root}functions/Dockerfile`, 'utf8');
  const flags = nodeFlags.map((flag) => `"${flag}"`).join(', ');

  expect(recipe.split(`["node", ${flags}, `)).toHaveLength(4);
});

it('finds libraries in both forms of what ldd says', () => {
  const said =
    '\tlinux-vdso.so.1 (0x00007f)\n\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n\t/lib64/ld-linux.so.2 (0x00007f)\n';

  expect(librariesIn(said)).toEqual(['/lib/libc.so.6', '/lib64/ld-linux.so.2']);
});
