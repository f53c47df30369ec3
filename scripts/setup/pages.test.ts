import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../tool.ts';
import { renderSetupPages } from './pages.ts';

it('has the dry run of today on the page of every cloud (npm run generate)', async () => {
  for (const [name, page] of Object.entries(await renderSetupPages()))
    expect(await readFile(join(root, 'docs/how-to', name), 'utf8'), name).toBe(page);
});

it('says which versions the scripts install', async () => {
  const page = await readFile(join(root, 'docs/how-to/run-on-a-cluster.md'), 'utf8');
  const versions = await readFile(join(root, 'scripts/setup/versions.sh'), 'utf8');
  const pinned = [...versions.matchAll(/^\w+_version=v?(\S+)$/gm)].map((match) => match[1]!);
  expect(pinned).toHaveLength(7);
  for (const version of pinned) expect(page).toContain(version);
});
