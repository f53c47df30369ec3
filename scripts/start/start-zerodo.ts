import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KafkaAddress } from '@zerodo/log/kafka-address';
import { openLog } from '@zerodo/log/log';
import { connect } from '@zerodo/store/sql';
import { nodeFlags } from '../build/bundle.ts';
import { buildFunctions } from '../build/functions.ts';
import { buildWeb } from '../build/web.ts';
import { bundleWebTelemetry } from '../build/web-telemetry.ts';
import { followLogs } from '../local/follow-logs.ts';
import { innerDoor, publicDoor, toWeb } from '../local/ingress.ts';
import { readManifests } from '../local/manifests.ts';
import { createRunner } from '../local/runner.ts';
import { startObserver } from '../observe/observer.ts';
import { anonymous, type DatabaseUrls, embeddedOwnerUrl, prepare, reach, urlsFor } from './database.ts';
import { takePort } from './door.ts';
import { openHome, type Secrets, secretsIn } from './home.ts';
import { checkJava, startKafka, stopLeftOver } from './kafka.ts';
import { lock } from './lock.ts';
import type { Options } from './options.ts';
import { freePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { machineConfig, webEnvironment } from './settings.ts';
import { type Steps, showSteps } from './steps.ts';
import type { Teardown } from './teardown.ts';
import { startWeb } from './web.ts';

/** What a rehearsal has otherwise than people have it; nothing of it can be asked for by `npm start`. */
export type Staging = {
  /** The folder of manifests, in place of knative/local. */
  manifests?: string;
  /** What Node is told before the program, for functions and the web. */
  flags?: readonly string[];
  /** Where the bundles of some functions are, in place of those that were built. */
  bundles?: Readonly<Record<string, string>>;
};

/**
 * Starts all parts one after the other. Each is handed to `teardown` as soon as it runs.
 *
 * @throws Complaint about what the person can put right; whatever `signal` aborts with
 */
export async function startZerodo(
  options: Options,
  root: string,
  teardown: Teardown,
  signal: AbortSignal,
  { manifests = join(root, 'knative', 'local'), flags = [], bundles = {} }: Staging = {},
): Promise<void> {
  const { home } = options;
  const step = showSteps(process.stdout, signal);
  const say = (line: string) => console.log(`  ${line}`);

  await openHome(home);
  const logs = join(home, 'logs');
  const { note, release } = await lock(home);
  teardown.add('the lock', release);
  const door = await takePort(options.port);
  teardown.add('the door', door.close);
  const publicUrl = `http://127.0.0.1:${door.port}`;
  if (options.kafka) await checkJava();
  const secrets = await secretsIn(home);

  const database = await startDatabase(options, { secrets, step, teardown, signal, say });
  const address = await kafkaFor(options, root, step, teardown, signal);
  const { functions, web } = await buildAll(root, home, step, teardown, signal);

  const sql = connect(database.worker, { max: 2 });
  teardown.add('the connections', () => sql.end({ timeout: 5 }));
  const webPort = await freePort();
  // Functions keep their connections; closing an idle one would now and then meet a request that is on its way.
  const inner = createServer({ keepAliveTimeout: 0, requestTimeout: 0 });
  inner.listen(0, '127.0.0.1', 1024);
  await once(inner, 'listening');
  teardown.add('the inner door', () => inner.close().closeAllConnections());
  const innerUrl = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;
  const addresses = { publicUrl, innerUrl, webUrl: `http://127.0.0.1:${webPort}`, port: door.port };

  const log = openLog({
    databaseUrl: database.worker,
    kafka: address,
    onError: ({ message }) => say(`✗ log: ${message}`),
  });
  teardown.add('the log', () => log.close());
  const sockets = await mkdtemp(join(tmpdir(), 'zerodo-'));
  teardown.add('the sockets', () => rm(sockets, { recursive: true, force: true }));
  await note({ sockets });
  const observer = options.observe ? await startObserver() : undefined;
  if (observer) teardown.add('the observer', observer.stop);
  const outside: Record<string, string> = {
    ...options.outside,
    ...observer?.telemetry,
    ...(observer && { ZERODO_OBSERVED_URL: observer.url }),
  };
  const runner = createRunner({
    manifests: await readManifests(manifests),
    program: (name) => [...flags, ...nodeFlags, join(bundles[name] ?? functions.folderOf(name), 'boot.cjs')],
    config: machineConfig(addresses, database, address, secrets, outside),
    logs,
    sockets,
    sql,
    log,
    say,
  });
  const followed = await followLogs(logs, {
    least: options.logs ? 'debug' : 'warn',
    everyMs: 1_000,
    print: (text) => say(text),
  });
  teardown.add('the logs', followed.stop);
  teardown.add('the functions', runner.stop);
  inner.on('request', innerDoor(runner.services));

  await step('start', async () => {
    const pages = await startWeb({
      server: web.server,
      preload: outside.OTEL_EXPORTER_OTLP_ENDPOINT && (await bundleWebTelemetry(root, home)),
      flags,
      port: webPort,
      env: webEnvironment(addresses, database, secrets, outside),
      logFile: join(home, 'logs', 'web.log'),
      say,
    });
    teardown.add('the web application', pages.stop);
    await runner.deliver();
  });
  door.open(publicDoor(runner.services, toWeb(webPort)));
  const { webUrl } = addresses;
  const kafkaBrokers = address ? [...address.brokers] : [];
  await note({ publicUrl, innerUrl, webUrl, databaseUrl: anonymous(database.owner), kafkaBrokers });
  console.log(`\nZerodo is ready: ${publicUrl}\n`);
  if (observer) console.log(`  Traces and metrics, for an operator: ${publicUrl}/observe\n`);
}

/** The web's compiler and the functions' code caches together take less time than one after the other. */
async function buildAll(root: string, home: string, step: Steps, teardown: Teardown, signal: AbortSignal) {
  const failed = new AbortController();
  teardown.add('the build', () => failed.abort());
  const either = AbortSignal.any([signal, failed.signal]);
  const functions = buildFunctions(root, join(home, 'build'), either);
  const web = buildWeb(root, join(home, 'web'), either);
  // Looked at later; until then its failure is nobody's.
  web.catch(() => {});
  return {
    functions: await step(
      'functions',
      () => functions,
      ({ rebuilt }) => (rebuilt.length > 0 ? `${rebuilt.length} built` : 'unchanged'),
    ),
    web: await step(
      'web application',
      () => web,
      ({ rebuilt }) => (rebuilt ? 'built' : 'unchanged'),
    ),
  };
}

type Starting = {
  secrets: Secrets;
  step: Steps;
  teardown: Teardown;
  signal: AbortSignal;
  say: (line: string) => void;
};

async function startDatabase(
  { home, databaseUrl }: Options,
  { secrets, step, teardown, signal, say }: Starting,
): Promise<DatabaseUrls> {
  const owner = await step(
    'database',
    async () => {
      if (databaseUrl) {
        await reach(databaseUrl);
        return databaseUrl;
      }
      const postgres = await startPostgres(home, secrets.owner, signal, say);
      teardown.add('Postgres', postgres.stop);
      return embeddedOwnerUrl(postgres, secrets.owner);
    },
    (url) => `Postgres at ${new URL(url).host}`,
  );
  await step(
    'schema',
    () => prepare(owner, secrets),
    (applied) => (applied.length > 0 ? `${applied.length} migrations` : ''),
  );
  return urlsFor(owner, secrets);
}

/** The Kafka to use; none when the events table is the log. */
async function kafkaFor(
  { home, kafka, kafkaAddress }: Options,
  root: string,
  step: Steps,
  teardown: Teardown,
  signal: AbortSignal,
): Promise<KafkaAddress | undefined> {
  if (!kafka) {
    await stopLeftOver(join(home, 'kafka'));
    return kafkaAddress;
  }
  return step(
    'Kafka',
    async () => {
      const started = await startKafka(root, home, signal);
      teardown.add('Kafka', started.stop);
      return { brokers: [started.address] };
    },
    ({ brokers }) => `at ${brokers}`,
  );
}
