import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lock, running } from './lock.ts';

/** No process has this id: Linux ends at 2^22. */
const nobody = 2 ** 22 + 1;

describe('the lock of a data folder', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'zerodo-lock-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('is taken over from a Zerodo that was killed, and what that left behind is removed', async () => {
    const sockets = join(home, 'sockets');
    await mkdir(sockets);
    await writeFile(join(home, 'running.json'), JSON.stringify({ pid: nobody, sockets }));

    const { release } = await lock(home);

    expect(existsSync(sockets)).toBe(false);
    await release();
    expect(existsSync(join(home, 'running.json'))).toBe(false);
  });

  it('is nobody’s when the file is damaged', async () => {
    await writeFile(join(home, 'running.json'), '{"pid":');

    expect(await running(home)).toBeUndefined();
    await expect(lock(home)).resolves.toBeDefined();
  });
});
