import { type Consumer, type OperatorsHealth, readHealth } from '@zerodo/domain/health';
import { defineOperation } from '@zerodo/runtime/query';
import { backlog } from '@zerodo/store/backlog';
import { countDeadLetters } from '@zerodo/store/dead-letters';
import * as store from '@zerodo/store/health';
import { functions } from './topology.generated.ts';

const hourMs = 60 * 60_000;
const mostBreakers = 100;
/** Functions that events are brought to. */
const consumers = functions.filter(({ filters, topic }) => filters !== null || topic !== null);
const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** What operators ask first when something does not work. */
export default defineOperation({
  name: 'read-health',
  accepts: readHealth,

  handle: (_, { transaction, now, config }): Promise<OperatorsHealth> =>
    transaction(async (tx) => {
      const at = now();
      const kafka = config.KAFKA_BROKERS !== undefined;
      const [postgres, waiting, lately, behind, breakers, deadLetters] = await Promise.all([
        store.databaseState(tx),
        backlog(tx, at, { kafka }),
        store.handledSince(tx, new Date(at.getTime() - hourMs)),
        store.cursorsBehind(tx),
        store.troubledBreakers(tx, mostBreakers),
        countDeadLetters(tx),
      ]);
      const of = new Map(lately.map((one) => [one.function, one]));
      const relay = of.get('outbox-relay');
      return {
        now: at.toISOString(),
        postgres,
        log: {
          kind: kafka ? 'kafka' : 'postgres',
          waiting: waiting.depth,
          oldestSeconds: waiting.oldestAge,
          relayedAt: iso(relay?.lastAt),
          relaysFailed: relay?.failed ?? 0,
        },
        consumers: consumers.map(({ name }) => consumerOf(name, of.get(name), kafka ? null : behind)),
        breakers: breakers.map(({ target, state, failures, probeAt }) => ({
          target,
          state: state === 'half-open' ? 'half-open' : 'open',
          failures,
          probeAt: iso(probeAt),
        })),
        deadLetters,
      };
    }),
});

/** Of a function with both kinds of subscription the one that is farther behind; null where nothing has a place in the table. */
function consumerOf(
  name: string,
  lately: store.Lately | undefined,
  behind: Map<string, number> | null,
): Consumer {
  const places = [`Trigger/${name}`, `KafkaSource/${name}`].flatMap((group) => behind?.get(group) ?? []);
  return {
    function: name,
    behind: places.length > 0 ? Math.max(...places) : null,
    lastAt: iso(lately?.lastAt),
    handled: lately?.handled ?? 0,
    failed: lately?.failed ?? 0,
  };
}
