import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log, LogEvent } from '@zerodo/log/log';
import { keepDeadLetter } from '@zerodo/store/dead-letters';
import type { Sql } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import { deliverer } from './delivery.ts';
import { type Config, environmentOf } from './environment.ts';
import type { Manifests } from './manifests.ts';
import { startPing } from './ping.ts';
import { send } from './send.ts';
import { type Say, Service } from './service.ts';
import { type Subscription, subscriptionsOf, wants } from './subscription.ts';

export type RunnerOptions = {
  manifests: Manifests;
  /** The arguments after `node` that run a function. */
  program: (name: string) => string[];
  config: Config;
  logs: string;
  /** A private folder for the unix sockets; its path is short, since a socket's may have some hundred characters. */
  sockets: string;
  /** As zerodo_worker; for the dead letters. */
  sql: Sql;
  log: Log;
  say: Say;
};

export type Runner = {
  services: Map<string, Service>;
  /** Begins to deliver events and ticks; until then functions only answer requests. */
  deliver: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Events of one subscription that may be under way at once: what a Knative dispatcher fetches at a time. */
const CONCURRENCY = 50;

/** Does on this machine what the manifests say. */
export function createRunner(options: RunnerOptions): Runner {
  const { manifests, say } = options;
  const stopping = new AbortController();
  const services = new Map(
    manifests.services.map((manifest) => [manifest.metadata.name, serviceOf(manifest, options)]),
  );
  const running: { stop: () => unknown }[] = [];

  return {
    services,
    async deliver() {
      for (const service of services.values()) service.keepWarm();
      for (const subscription of subscriptionsOf(manifests)) {
        const service = services.get(subscription.service) as Service;
        const { group, topics, from, ordered } = subscription;
        const handle = handler(subscription, service, options, stopping.signal);
        running.push(
          await options.log.tail({ group, topics, from, ordered, concurrency: CONCURRENCY }, handle),
        );
      }
      for (const { metadata, spec } of manifests.pingSources) {
        const service = services.get(spec.sink.ref.name) as Service;
        const deliverTick = async (tick: Parameters<typeof send>[1]) => {
          try {
            const { status } = await send(service, tick, service.options.timeoutMs, stopping.signal);
            if (status >= 300) say(`✗ tick ${metadata.name}: ${service.options.name} answered ${status}`);
          } catch (error) {
            if (!stopping.signal.aborted)
              say(`✗ tick ${metadata.name}: ${error instanceof Error ? error.message : error}`);
          }
        };
        running.push(startPing({ name: metadata.name, ...spec }, deliverTick));
      }
    },
    async stop() {
      stopping.abort(new Error('Zerodo is stopping'));
      await Promise.all(running.map((part) => part.stop()));
      await Promise.all([...services.values()].map((service) => service.close()));
    },
  };
}

/**
 * A request for CPU is a share of a busy machine, and so is niceness: each step of it is a quarter more or less. Who asks for
 * the usual tenth of a core or more goes first.
 */
export const nicenessOf = (milliCpu = 100): number =>
  Math.min(19, Math.max(0, Math.round(Math.log(100 / milliCpu) / Math.log(1.25))));

function serviceOf(
  { metadata, spec }: Manifests['services'][number],
  { program, config, logs, sockets, say }: RunnerOptions,
): Service {
  const { name } = metadata;
  const { timeoutSeconds, containers } = spec.template.spec;
  const annotations = spec.template.metadata?.annotations;
  return new Service(
    {
      name,
      windowMs: annotations?.['autoscaling.knative.dev/window'] ?? 60_000,
      minScale: annotations?.['autoscaling.knative.dev/min-scale'] === '1' ? 1 : 0,
      timeoutMs: timeoutSeconds * 1000,
      launch: {
        name,
        args: program(containers[0].image.slice('zerodo/'.length)),
        env: environmentOf(name, containers[0].env ?? [], config),
        socketPath: join(sockets, name),
        logFile: join(logs, `${name}.log`),
        readinessPath: containers[0].readinessProbe.httpGet.path,
        niceness: nicenessOf(containers[0].resources?.requests.cpu),
      },
    },
    say,
  );
}

/** Delivers the events of a subscription, and says so when one had to be given up. */
function handler(
  subscription: Subscription,
  service: Service,
  { sql, say }: RunnerOptions,
  signal: AbortSignal,
): (event: LogEvent) => Promise<void> {
  const deliver = deliverer({
    spec: subscription.delivery,
    destination: `http://${subscription.service}.zerodo.svc.cluster.local`,
    toleratesBody: subscription.toleratesBody,
    send: (message, timeoutMs) => send(service, message, timeoutMs, signal),
    deadLetter: (message, reason) =>
      transaction(sql, { worker: 'dead-letters' }, (tx) =>
        keepDeadLetter(tx, subscription.name, message, reason),
      ),
    sleep: (ms) => sleep(ms, undefined, { signal }),
    signal,
  });
  return async (event) => {
    if (!wants(subscription, event.attributes)) return;
    if ((await deliver(event)) === 'dead-lettered') {
      say(
        `✗ ${subscription.name} gave up the event ${event.attributes.id}: npm run replay -- --list says why`,
      );
    }
  };
}
