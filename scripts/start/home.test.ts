import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSecrets, secretsIn } from './home.ts';

describe('the secrets of an installation', () => {
  let home: string;
  const file = () => join(home, 'secrets.json');
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'zerodo-home-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  it('are made once, for their owner alone', async () => {
    const made = await secretsIn(home);

    expect(await secretsIn(home)).toEqual(made);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(Buffer.from(made.vapid.public, 'base64url')).toHaveLength(65);
    expect(Buffer.from(made.vapid.private, 'base64url')).toHaveLength(32);
  });

  it('of an older version get what they lack, and keep what they have', async () => {
    const { sealing: _key, vapid: _pair, ...old } = await secretsIn(home);
    await writeFile(file(), JSON.stringify(old), { mode: 0o600 });

    const whole = await readSecrets(home);

    expect(whole).toMatchObject(old);
    expect(await readSecrets(home)).toEqual(whole);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual(whole);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('that are damaged are not made anew', async () => {
    await writeFile(file(), '{"owner":"x"}');
    await expect(secretsIn(home)).rejects.toThrow('missing or damaged');
    expect(await readFile(file(), 'utf8')).toBe('{"owner":"x"}');
  });
});
