import { setTimeout as sleep } from 'node:timers/promises';
import { successorId } from '@zerodo/domain/ids';
import type { Context } from './context.ts';
import { lagsOf } from './lags.ts';

/** Without anything becoming less: longer than a lease and every retry of the delivery spec that a run sets. */
const stillMs = 180_000;
/** A consumer that is far behind takes minutes. */
const patienceMs = 1_800_000;
const lookMs = 250;
const sayMs = 5_000;
/** People of a run are reminded sooner than this, so those reminders are waited for. */
const remindedMs = 30_000;

/**
 * Waits until nothing is under way any more: every event published and handled, nothing planned, nothing due. Answers what still
 * was when nothing of it had changed for three minutes, or after half an hour; nothing when all is quiet.
 */
export async function untilQuiet(context: Context, say: (line: string) => void): Promise<string[]> {
  let left: string[] = [];
  let said = Date.now();
  let [before, since] = ['', Date.now()];
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(lookMs)) {
    const saying = Date.now() - said >= sayMs;
    left = await underWay(context, saying).catch((error: Error) => {
      // Whoever was restarted a moment ago may not be there yet.
      if (error.name === 'PostgresError') throw error;
      return [error.message];
    });
    if (left.length === 0) return [];
    if (!saying) continue;
    said = Date.now();
    const words = left.join(', ');
    say(`waiting for ${words}`);
    if (words !== before) [before, since] = [words, said];
    else if (said - since > stillMs) return left;
  }
  return left;
}

/** Looks at Kafka when nothing else is left, or when all of it is wanted: every look is a connection. */
async function underWay({ owner, account, world, subscriptions }: Context, all: boolean): Promise<string[]> {
  const now = new Date(world.clock.now());
  const soon = new Date(now.getTime() + remindedMs);
  const awaited = owner.types.textArray([...account.completedRecurring].map(successorId));
  const [counts] = await owner<Record<string, number>[]>`
    select
      (select count(*) from events where log_position is null) as "events without a place",
      (select numbered - published from log_shards where shard = 0) as "events to publish",
      (select count(*) from unnest(${awaited}::text[]) next where not exists (select from tasks t where t.id::text = next))
        as "next occurrences",
      (select count(*) from reminders r join tasks t on t.id = r.task_id
        where (r.state = 'planned' and r.fire_at <= ${soon}) or r.state = 'due') as "reminders",
      (select count(*) from notifications where state in ('planned', 'sending') and fire_at <= ${now}) as "notifications",
      (select count(*) from webhook_deliveries where state = 'planned') as "webhooks",
      (select count(*) from pg_locks where locktype = 'advisory' and granted) as "work under a lock"
  `;
  const waiting = Object.entries(counts!).flatMap(([what, count]) =>
    count > 0 ? [`${count} ${spaced(what)}`] : [],
  );
  if (waiting.length > 0 && !all) return waiting;
  return [...waiting, ...(await behind(world.kafka.address, subscriptions))];
}

const spaced = (name: string) => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** Groups that have not handled all that their topics hold. */
async function behind(address: string, subscriptions: Context['subscriptions']): Promise<string[]> {
  const lags = await lagsOf(address, subscriptions);
  return subscriptions.flatMap(({ name }, at) => (lags[at]! > 0 ? [`${lags[at]} events for ${name}`] : []));
}
