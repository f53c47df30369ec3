import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Generator } from './generators.ts';
import { staleFiles, writeGenerated } from './write.ts';

const generator: Generator = { folder: 'made', render: () => ({ 'a.yaml': 'a', 'b.yaml': 'b' }) };

describe('generated files', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'zerodo-generate-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('are stale while they are missing, and fresh once they are written', async () => {
    expect(await staleFiles(generator, root)).toEqual(['made/a.yaml', 'made/b.yaml']);

    await writeGenerated(generator, root);

    expect(await staleFiles(generator, root)).toEqual([]);
    expect(await readFile(join(root, 'made/a.yaml'), 'utf8')).toBe('a');
  });

  it('are stale when somebody edits one, or leaves one behind', async () => {
    await writeGenerated(generator, root);
    await writeFile(join(root, 'made/b.yaml'), 'edited');
    await writeFile(join(root, 'made/old.yaml'), 'no longer rendered');

    expect(await writeGenerated(generator, root)).toEqual(['made/b.yaml', 'made/old.yaml']);
    expect((await readdir(join(root, 'made'))).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  it('leave files written by hand alone where they share a folder', async () => {
    await mkdir(join(root, 'made'));
    await writeFile(join(root, 'made/by-hand.ts'), '');

    await writeGenerated({ ...generator, shared: true }, root);

    expect(await readdir(join(root, 'made'))).toContain('by-hand.ts');
  });
});
