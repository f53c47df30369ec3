import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from './ports.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

describe('npm start that cannot start', () => {
  let home: string;
  let port: number;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'zerodo-start-'));
    port = await freePort();
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  /** Runs it as a process of its own, which has to end by itself. */
  async function start(args: string[] = [], env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ZERODO_HOME: home, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 15_000,
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.resume();
    const [status] = await once(child, 'close');
    return { status, said };
  }

  const oneSentence = (about: RegExp) => ({
    status: 1,
    said: expect.stringMatching(new RegExp(`^[^\\n]*${about.source}[^\\n]*\\n$`)),
  });

  it('says that the port is in use', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');

    expect(await start()).toEqual(oneSentence(/Port \d+ is in use; set PORT/));

    other.close();
  });

  it('says that the data folder cannot be written', async () => {
    const file = join(home, 'a-file');
    await writeFile(file, '');

    expect(await start([], { ZERODO_HOME: join(file, 'below') })).toEqual(oneSentence(/cannot be written/));
  });

  it('says that the database cannot be reached', async () => {
    const url = `postgres://owner:a-secret@127.0.0.1:${await freePort()}/zerodo`;

    const ended = await start([], { DATABASE_URL: url });

    expect(ended).toEqual(oneSentence(/database zerodo at 127\.0\.0\.1:\d+ cannot be reached/));
    expect(ended.said).not.toContain('a-secret');
  });

  it('says which option it does not know', async () => {
    expect(await start(['--kafak'])).toEqual(oneSentence(/no option "--kafak"/));
  });

  it('says that Kafka needs Java', async () => {
    const url = `postgres://owner@127.0.0.1:${await freePort()}/zerodo`;

    // Java is looked for first: nothing has to be undone when it is not there.
    expect(await start(['--kafka'], { DATABASE_URL: url, PATH: '/nowhere' })).toEqual(
      oneSentence(/Kafka needs Java 17/),
    );
  });

  it('says that another Zerodo has the data folder', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'scripts/start']);
    await writeFile(join(home, 'running.json'), JSON.stringify({ pid: other.pid }));

    expect(await start()).toEqual(oneSentence(/Zerodo already runs from/));

    other.kill();
  });

  it.runIf(process.getuid?.() === 0)('says which folder only root may enter', async () => {
    const closed = join(home, 'closed');
    await chmod(home, 0o700);

    expect(await start([], { ZERODO_HOME: closed })).toEqual(
      oneSentence(/only root may enter .*; set ZERODO_HOME/),
    );
    expect(await readdir(closed)).not.toContain('postgres');
  });
});
