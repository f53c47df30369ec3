import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { Rejected } from '@zerodo/domain/rejected';
import type { Sql } from '@zerodo/store/sql';
import { watch } from './record.ts';
import { isOn } from './switch.ts';

type Begin = (work: (tx: unknown) => Promise<unknown>) => Promise<unknown>;

/** Of a transaction that is quicker nobody asks where the time went; a span for each would double what is sent. */
const slowMs = 10;

/**
 * A pool whose use is measured: how many transactions hold a connection, and how many wait for one. One that is slow or fails
 * is a span of the step that it is a part of. Without telemetry it is the pool itself.
 */
export function measuredPool(sql: Sql, pool: 'app' | 'worker', max: number): Sql {
  if (!isOn()) return sql;
  let [asked, used] = [0, 0];
  const labels = { 'db.client.connection.pool.name': pool };
  watch('db.client.connection.max', labels, () => max);
  watch('db.client.connection.count', { ...labels, 'db.client.connection.state': 'used' }, () => used);
  watch('db.client.connection.pending_requests', labels, () => asked - used);

  const begin: Begin = async (work) => {
    const begun = performance.now();
    let [holds, failed] = [false, false];
    asked++;
    try {
      return await (sql.begin as unknown as Begin)((tx) => {
        holds = true;
        used++;
        return work(tx);
      });
    } catch (error) {
      // What a rule refuses is rolled back, and is no failure of the database.
      failed = !(error instanceof Rejected);
      throw error;
    } finally {
      asked--;
      if (holds) used--;
      noteTransaction(pool, performance.now() - begun, failed);
    }
  };
  return new Proxy(sql, { get: (whole, key) => (key === 'begin' ? begin : Reflect.get(whole, key)) });
}

/** What runs by itself, as footprints do, is no part of a trace. */
function noteTransaction(pool: string, ms: number, failed: boolean): void {
  if ((ms < slowMs && !failed) || !trace.getActiveSpan()) return;
  const span = trace.getTracer('zerodo').startSpan(
    'transaction',
    {
      kind: SpanKind.CLIENT,
      startTime: Date.now() - ms,
      attributes: { 'db.system.name': 'postgresql', 'db.client.connection.pool.name': pool },
    },
    context.active(),
  );
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
