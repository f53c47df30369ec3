/**
 * Apache Kafka itself on one machine, without a container: needs Java 17 and, the first time, Maven. Used by
 * `npm start -- --kafka` and by the tests that want a real broker.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers } from '../../scripts/start/ports.ts';

export type BrokerOptions = {
  /** Holds the jars, the data and the log; kept between starts. */
  folder: string;
  brokerPort: number;
  controllerPort: number;
  signal: AbortSignal;
  /** Lines after those of server.properties; the last one about a key counts. */
  properties?: string[];
  /** SCRAM users that a fresh broker begins with. */
  users?: ScramUser[];
};

export type ScramUser = { name: string; password: string };

export type Broker = { address: string; pid: number; stop: () => Promise<void> };

/** This machine lacks what a broker needs; the message is one sentence for whoever asked for it. */
export class CannotRun extends Error {}

const START_TIMEOUT_MS = 60_000;

/** @throws CannotRun without Java 17 or Maven, or when the broker does not come up */
export async function startBroker({
  folder,
  brokerPort,
  controllerPort,
  signal,
  properties: more = [],
  users = [],
}: BrokerOptions): Promise<Broker> {
  await needsJava();
  await mkdir(folder, { recursive: true });
  const jars = await resolveJars(folder, signal);
  const properties = await writeProperties(folder, { folder, brokerPort, controllerPort }, more);
  await format(folder, jars, properties, users, signal);

  const logFile = join(folder, 'kafka.log');
  const log = await open(logFile, 'a');
  const heap = ['-Xms128m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  // In a session of its own: the terminal's Ctrl-C must not take it away from the functions that drain.
  const broker = spawn('java', [...heap, '-cp', jars, 'kafka.Kafka', properties], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await once(broker, 'spawn');
  await log.close();
  const stop = async () => {
    if (broker.exitCode !== null || broker.signalCode !== null) return;
    broker.kill('SIGTERM');
    const patience = setTimeout(() => broker.kill('SIGKILL'), 15_000);
    await once(broker, 'exit');
    clearTimeout(patience);
  };
  signal.addEventListener('abort', stop, { once: true });
  for (const end = Date.now() + START_TIMEOUT_MS; !(await answers(brokerPort)); await sleep(50)) {
    if (broker.exitCode === null && Date.now() < end) continue;
    await stop();
    throw new CannotRun(`Kafka did not start; ${logFile} says why.`);
  }
  return { address: `127.0.0.1:${brokerPort}`, pid: broker.pid as number, stop };
}

/** @throws CannotRun when this machine has no Java that Kafka runs on */
export async function needsJava(): Promise<void> {
  const said = await run('java', ['-version']).catch(() => undefined);
  const version = Number(/version "(\d+)/.exec(said ?? '')?.[1]);
  if (version >= 17) return;
  const found = said === undefined ? 'none was found' : `this one is ${version || 'unknown'}`;
  throw new CannotRun(
    `Kafka needs Java 17 or newer and ${found}; install it (on Debian: apt-get install default-jre maven).`,
  );
}

/** The class path; Maven fetches the jars the first time, into the folder itself, so that nothing else can take them away. */
async function resolveJars(folder: string, signal: AbortSignal): Promise<string> {
  const jars = join(folder, 'jars');
  if (existsSync(jars)) return join(jars, '*');
  await rm(`${jars}.new`, { recursive: true, force: true });
  const pom = new URL('pom.xml', import.meta.url).pathname;
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${jars}.new`];
  try {
    await run('mvn', ['-q', '-B', '-f', pom, ...goal], signal);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? 'Maven (mvn) is not installed' : `mvn failed: ${firstLine(error)}`;
    throw new CannotRun(`The jars of Kafka cannot be fetched, since ${why}.`);
  }
  await rename(`${jars}.new`, jars);
  return join(jars, '*');
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .trim()
    .split('\n', 1)[0] as string;

async function writeProperties(
  folder: string,
  values: Record<string, string | number>,
  more: string[],
): Promise<string> {
  const template = await readFile(new URL('server.properties', import.meta.url), 'utf8');
  const file = join(folder, 'server.properties');
  const text = [template, ...more].join('\n');
  await writeFile(
    file,
    text.replace(/\$\{(\w+)\}/g, (_, name: string) => String(values[name])),
  );
  return file;
}

async function format(
  folder: string,
  jars: string,
  properties: string,
  users: ScramUser[],
  signal: AbortSignal,
): Promise<void> {
  if (existsSync(join(folder, 'data', 'meta.properties'))) return;
  const tool = ['-cp', jars, 'kafka.tools.StorageTool'];
  const id = (await run('java', [...tool, 'random-uuid'], signal)).trim();
  await rm(join(folder, 'data'), { recursive: true, force: true });
  const scram = users.flatMap(({ name, password }) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
  await run('java', [...tool, 'format', '--standalone', '-t', id, '-c', properties, ...scram], signal);
}

/** What a program said on both outputs. @throws Error with it when the program failed */
async function run(command: string, args: string[], signal?: AbortSignal): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(said);
  return said;
}
