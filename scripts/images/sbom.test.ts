import { describe, expect, it } from 'vitest';
import { dependenciesOf, lockfileShape, packagesOf } from './lockfile.ts';
import { publicAddress } from './origin.ts';
import { sbomOf } from './sbom.ts';

const lockfile = lockfileShape.parse({
  packages: {
    '': {},
    web: { dependencies: { '@zerodo/domain': '0.1.0', a: '1' } },
    'node_modules/@zerodo/domain': { resolved: 'functions/lib/domain', link: true },
    'functions/lib/domain': { version: '0.1.0', dependencies: { b: '1' } },
    'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '2' } },
    'node_modules/a/node_modules/b': { version: '2.0.0', license: '(MIT OR Apache-2.0)' },
    'node_modules/b': { version: '1.0.0', license: 'ISC', integrity: 'sha512-AAEC' },
    'node_modules/@s/c': { version: '3.0.0' },
  },
});
const names = (packages: { name: string; version: string }[]) =>
  packages.map(({ name, version }) => `${name} ${version}`);

describe('the packages of an image', () => {
  it('are those that files of the bundle belong to, each once', () => {
    const files = [
      'node_modules/a/x.js',
      'node_modules/a/node_modules/b/y.js',
      'node_modules/@s/c/z.js',
      'functions/q.ts',
    ];

    expect(names(packagesOf(lockfile, [...files, ...files]))).toEqual(['@s/c 3.0.0', 'a 1.0.0', 'b 2.0.0']);
  });

  it('are what a workspace depends on, found as Node finds it', () => {
    expect(names(dependenciesOf(lockfile, 'web'))).toEqual(['a 1.0.0', 'b 1.0.0', 'b 2.0.0']);
  });

  it('have to be in the lockfile', () => {
    expect(() => packagesOf(lockfile, ['node_modules/zzz/x.js'])).toThrow(
      'node_modules/zzz is installed and not in',
    );
  });
});

describe('the bill of materials', () => {
  const origin = { version: '0.1.0', revision: 'abc', created: new Date(0) };
  const bom = sbomOf(
    'web',
    origin,
    packagesOf(lockfile, ['node_modules/b/x.js', 'node_modules/@s/c/x.js']),
    ({ name }) => (name === 'b' ? ['scripts/patches/b+1.0.0.patch'] : []),
  );

  it('names each package by its URL, its hash, its licence and our patch of it', () => {
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { timestamp: '1970-01-01T00:00:00.000Z', component: { name: 'web', version: '0.1.0' } },
      components: [
        { group: '@s', name: 'c', version: '3.0.0', purl: 'pkg:npm/%40s/c@3.0.0' },
        {
          name: 'b',
          purl: 'pkg:npm/b@1.0.0',
          hashes: [{ alg: 'SHA-512', content: '000102' }],
          licenses: [{ license: { id: 'ISC' } }],
          pedigree: { patches: [{ type: 'unofficial', diff: { url: 'scripts/patches/b+1.0.0.patch' } }] },
        },
      ],
    });
  });

  it('is the same for the same packages', () => {
    expect(sbomOf('web', origin, [])).toEqual(sbomOf('web', origin, []));
  });

  it('writes a choice of licences as an expression', () => {
    const [b] = packagesOf(lockfile, ['node_modules/a/node_modules/b/x.js']);

    expect(sbomOf('web', origin, [b!])).toMatchObject({
      components: [{ licenses: [{ expression: '(MIT OR Apache-2.0)' }] }],
    });
  });
});

it.each([
  ['git@example.com:team/zerodo.git', 'https://example.com/team/zerodo'],
  ['https://me:secret@example.com/team/zerodo.git', 'https://example.com/team/zerodo'],
  ['/srv/git/zerodo', undefined],
  ['', undefined],
])('the source of %s is shown as %s', (remote, shown) => {
  expect(publicAddress(remote)).toBe(shown);
});
