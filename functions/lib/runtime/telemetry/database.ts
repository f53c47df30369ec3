import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Sql } from '@zerodo/store/sql';
import { watch } from './record.ts';
import { isOn } from './switch.ts';

type Begin = (work: (tx: unknown) => Promise<unknown>) => Promise<unknown>;

/**
 * A pool whose transactions are spans and whose use is measured: how many hold a connection, and how many wait for one.
 * Without telemetry it is the pool itself.
 */
export function measuredPool(sql: Sql, pool: 'app' | 'worker', max: number): Sql {
  if (!isOn()) return sql;
  let [asked, used] = [0, 0];
  const labels = { 'db.client.connection.pool.name': pool };
  watch('db.client.connection.max', labels, () => max);
  watch('db.client.connection.count', { ...labels, 'db.client.connection.state': 'used' }, () => used);
  watch('db.client.connection.pending_requests', labels, () => asked - used);

  const begin: Begin = async (work) => {
    // What runs by itself, as footprints do, is no part of a trace.
    const span = trace.getActiveSpan()
      ? trace.getTracer('zerodo').startSpan('transaction', {
          kind: SpanKind.CLIENT,
          attributes: { 'db.system.name': 'postgresql', 'db.client.connection.pool.name': pool },
        })
      : undefined;
    asked++;
    let holds = false;
    try {
      return await (sql.begin as unknown as Begin)((tx) => {
        holds = true;
        used++;
        if (!span) return work(tx);
        return context.with(trace.setSpan(context.active(), span), () => work(tx));
      });
    } catch (error) {
      span?.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      asked--;
      if (holds) used--;
      span?.end();
    }
  };
  return new Proxy(sql, { get: (whole, key) => (key === 'begin' ? begin : Reflect.get(whole, key)) });
}
