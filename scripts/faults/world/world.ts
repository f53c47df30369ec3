import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../start/ports.ts';
import { root } from '../../tool.ts';
import { type Clock, openClock } from './clock.ts';
import { openKafka, type RunKafka } from './kafka.ts';
import { stageManifests } from './manifests.ts';
import { type Arrivals, openMailbox, openReceiver } from './outside.ts';
import { openPostgres, type RunPostgres } from './postgres.ts';
import { openProxy, type Wire } from './proxy.ts';
import { type Zerodo, zerodoIn } from './zerodo.ts';

/** Everything that a run consists of, and everything that can go wrong in it. */
export type World = {
  home: string;
  /** Where people reach it, through a network that is not always there. */
  url: string;
  door: Wire;
  postgres: RunPostgres;
  kafka: RunKafka;
  zerodo: Zerodo;
  clock: Clock;
  receiver: Awaited<ReturnType<typeof openReceiver>>;
  mails: Arrivals;
  /** Stops everything; the state folder stays where its logs are wanted. */
  close: (wanted?: 'logs') => Promise<void>;
};

export type WorldOptions = {
  /** Bundles of functions in place of those that are built from the sources, by name; asked once the state folder is there. */
  bundles?: (home: string) => Promise<Record<string, string>>;
  signal: AbortSignal;
  say: (line: string) => void;
};

/** Starts all of it in a state folder of its own, which goes when it is closed. */
export async function openWorld({ bundles, signal, say }: WorldOptions): Promise<World> {
  const home = await stateFolder();
  const undo: (() => unknown)[] = [];
  const close = async (wanted?: 'logs') => {
    for (let next = undo.pop(); next; next = undo.pop()) await next();
    if (!wanted) await rm(home, { recursive: true, force: true });
  };
  try {
    const receiver = await openReceiver();
    undo.push(receiver.close);
    const mailbox = await openMailbox();
    undo.push(mailbox.close);
    // Apart from Zerodo's own: it would take them for left behind.
    const servers = join(home, 'servers');
    const postgres = await openPostgres(servers, signal, say);
    undo.push(postgres.close);
    const kafka = await openKafka(servers, signal);
    undo.push(kafka.close);

    const port = await freePort();
    const door = await openProxy(() => port);
    undo.push(door.close);
    const clock = await openClock(home);
    const url = `http://127.0.0.1:${door.port}`;
    const zerodo = zerodoIn(
      home,
      port,
      {
        DATABASE_URL: postgres.proxiedUrl,
        KAFKA_BROKERS: kafka.address,
        ZERODO_PUBLIC_URL: url,
        ZERODO_OUTBOUND_ALLOW: '127.0.0.1',
        ZERODO_SMTP_URL: mailbox.url,
        ZERODO_MAIL_FROM: 'Zerodo <zerodo@example.test>',
      },
      {
        manifests: await stageManifests(join(root, 'knative', 'local'), join(home, 'manifests')),
        flags: clock.flags,
        ...(bundles && { bundles: await bundles(home) }),
      },
    );
    undo.push(() => zerodo.stop('SIGTERM'));
    await zerodo.start();
    return { home, url, door, postgres, kafka, zerodo, clock, receiver, mails: mailbox.arrivals, close };
  } catch (error) {
    await close('logs');
    say(`its logs are in ${home}/logs`);
    throw error;
  }
}

/** Builds are shared with tests, since they are kept by content. */
async function stateFolder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'zerodo-faults-'));
  await chmod(home, 0o711);
  await mkdir(join(home, 'logs'));
  await mkdir(join(home, 'servers', 'logs'), { recursive: true });
  for (const builds of ['build', 'web']) {
    const shared = join(root, 'node_modules', '.cache', 'zerodo', builds);
    await mkdir(shared, { recursive: true });
    await symlink(shared, join(home, builds));
  }
  return home;
}
