import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../scripts/start/ports.ts';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: what came back is what the test is about, so its shape is not assumed
export type Called = { status: number; headers: Headers; json: any };
export type Account = {
  userId: string;
  cookie: string;
  /** Calls `/api/v1` as this person would from the page. */
  call: (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Called>;
};

export type RunningZerodo = {
  url: string;
  home: string;
  /** What it printed so far. */
  output: () => string;
  signUp: () => Promise<Account>;
  /** Its Postgres as the owner of everything. */
  ownerUrl: () => Promise<string>;
  process: ChildProcess;
  /** Ctrl-C; answers with the exit status. */
  stop: () => Promise<number | null>;
};

/**
 * All of Zerodo as `npm start` starts it, in a state folder of its own. Only the builds are shared
 * between runs, since they are kept by content.
 */
export async function startZerodo({
  args = [],
  home,
  settings = {},
}: {
  args?: string[];
  home?: string;
  /** What `npm start` is told by the environment, such as `ZERODO_OPERATORS`. */
  settings?: Record<string, string>;
} = {}): Promise<RunningZerodo> {
  const folder = home ?? (await freshHome());
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/start/main.ts', ...args],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ...settings,
        ZERODO_HOME: folder,
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text) => (printed += text));
  const url = `http://127.0.0.1:${port}`;
  // A machine that does much else besides takes minutes to build the page; who gives up leaves nothing behind.
  await until(() => printed.includes('Zerodo is ready:') || child.exitCode !== null, 300_000).catch(
    (error: Error) => {
      child.kill('SIGINT');
      throw error;
    },
  );
  if (child.exitCode !== null) throw new Error(`Zerodo did not start:\n${printed}`);
  return {
    url,
    home: folder,
    output: () => printed,
    signUp: () => signUp(url),
    ownerUrl: async () => {
      const { databaseUrl } = JSON.parse(await readFile(join(folder, 'running.json'), 'utf8'));
      const { owner: password } = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8'));
      return Object.assign(new URL(databaseUrl), { username: 'postgres', password }).href;
    },
    process: child,
    stop: async () => {
      child.kill('SIGINT');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      if (!home) await rm(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

/** A state folder that shares its builds with others; whoever makes it removes it. */
export async function freshHome(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zerodo-run-'));
  await chmod(folder, 0o711);
  for (const builds of ['build', 'web']) {
    const shared = join(root, 'node_modules', '.cache', 'zerodo', builds);
    await mkdir(shared, { recursive: true });
    await symlink(shared, join(folder, builds));
  }
  return folder;
}

/** A new account at the Zerodo that runs at `url`. */
export async function signUp(
  url: string,
  { name = 'Ada', email = `${randomUUID()}@example.test` }: { name?: string; email?: string } = {},
): Promise<Account> {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name, email, password: `pw-${randomUUID()}` }),
  });
  if (!response.ok) throw new Error(`sign-up answered ${response.status}: ${await response.text()}`);
  const { user } = (await response.json()) as { user: { id: string } };
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  return {
    userId: user.id,
    cookie,
    call: async (method, path, body, headers = {}) => {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { cookie, origin: url, ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : null };
    },
  };
}

/** All that the processes of a home have written into their logs. */
export async function logsOf(home: string): Promise<string> {
  const folder = join(home, 'logs');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
