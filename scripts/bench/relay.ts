import { randomUUID } from 'node:crypto';
import { connect } from '@zerodo/store/sql';
import { median } from './load.ts';
import type { Plot } from './plot.ts';
import { head, say } from './say.ts';

const events = 20_000;

/**
 * Events a second from committed rows to Kafka: `events` of them are waiting when the relay is
 * woken, and all are acknowledged at the end.
 */
export async function relaying(ownerUrl: string, innerUrl: string): Promise<number> {
  const sql = connect(ownerUrl, { max: 1 });
  try {
    const [{ tasks } = {}] =
      await sql`select jsonb_agg(data) as tasks from (select data from events where type like '%task.created%' limit 1) e`;
    const [{ projectId, userId } = {}] = await sql`select project_id, user_id from events limit 1`;
    await sql`
      insert into events (id, type, source, subject, time, user_id, project_id, recurring, shared, cause_id, data)
      select gen_random_uuid(), 'dev.zerodo.task.created.v1', '/zerodo/bench', gen_random_uuid()::text, now(),
             ${userId}, ${projectId}, false, false, 'bench', ${sql.json(tasks[0])}
      from generate_series(1, ${events})
    `;
    const begun = performance.now();
    const { status } = await fetch(`${innerUrl}/outbox-relay`, {
      method: 'POST',
      headers: {
        'ce-specversion': '1.0',
        'ce-id': randomUUID(),
        'ce-source': '/bench',
        'ce-type': 'dev.zerodo.tick.v1',
      },
    });
    const seconds = (performance.now() - begun) / 1000;
    if (status !== 204) throw new Error(`The relay answered ${status}.`);
    const [{ left } = {}] = await sql`
      select count(*) as left from events where log_position is null or log_position > (select published from log_shards)
    `;
    if (left > 0) throw new Error(`The relay left ${left} events behind.`);
    return events / seconds;
  } finally {
    await sql.end();
  }
}

/** The same again and again for so many minutes, with all that hears the events at work beside it and falling behind. */
export async function sustainedRelaying(ownerUrl: string, innerUrl: string, minutes: number): Promise<Plot> {
  const points: [number, number][] = [];
  head('relay to Kafka', 'median', 'slowest', 'fastest', 'events');
  for (let minute = 1; minute <= minutes; minute++) {
    const rates: number[] = [];
    for (const until = performance.now() + 60_000; performance.now() < until; )
      rates.push(await relaying(ownerUrl, innerUrl));
    const [middle, least, most] = [median(rates), Math.min(...rates), Math.max(...rates)].map((one) =>
      one.toFixed(0),
    );
    say(`minute ${minute}`, `${middle}/s`, `${least}/s`, `${most}/s`, String(rates.length * events));
    points.push([minute, median(rates)]);
  }
  return {
    title: 'From committed rows to Kafka',
    x: 'minutes',
    lines: [{ name: 'events relayed', unit: '/s', points }],
  };
}
