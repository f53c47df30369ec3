import { Rejected } from '@zerodo/domain/rejected';
import { transaction } from '@zerodo/store/transaction';
import { testCollector } from '@zerodo/testing/collector';
import { testDatabase } from '@zerodo/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { beginStep } from '../trace.ts';
import { measuredPool } from './database.ts';
import { startSdk } from './sdk.ts';
import { switchOn } from './switch.ts';

describe('transactions that are measured', () => {
  const database = testDatabase();
  const collector = testCollector();
  beforeAll(async () => {
    const config = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url() });
    const flush = startSdk({ name: 'test', config, door: false, warn: () => {} });
    switchOn();
    const pool = measuredPool(database.worker(), 'worker', 7);
    const work = (name: string, sql: string) => {
      const step = beginStep(name, {});
      const run = () => transaction(pool, { worker: 'test' }, (tx) => tx.unsafe(sql));
      return step.run(() => run().finally(() => step.end()));
    };
    await work('slow', 'select pg_sleep(0.05)');
    await work('wrong', 'select 1 / 0').catch(() => {});
    const refused = beginStep('refused', {});
    const refuse = () =>
      transaction(pool, { worker: 'test' }, async () => {
        throw new Rejected('task-not-found', 'There is no such task.');
      });
    await refused.run(refuse).catch(() => {});
    refused.end();
    await flush();
  });

  const within = (name: string) => {
    const step = collector.spans.find((span) => span.name === name)!;
    return collector.spans.filter(({ parentSpanId }) => parentSpanId === step.spanId);
  };

  it('are a span of their step where they took their time', () => {
    const [slow] = within('slow');

    expect(slow).toMatchObject({ name: 'transaction', failed: false });
    expect(slow!.end - slow!.start).toBeGreaterThanOrEqual(50);
  });

  it('are one where they failed, which says no word of what was asked', () => {
    expect(within('wrong')).toMatchObject([{ name: 'transaction', failed: true }]);
    expect(collector.text()).not.toContain('1 / 0');
  });

  it('have not failed where a rule said no', () => {
    expect(within('refused').filter(({ failed }) => failed)).toEqual([]);
  });

  it('count as connections that are held, none of them when nothing is done', () => {
    expect(collector.total('db.client.connection.max')).toBe(7);
    expect(collector.total('db.client.connection.count')).toBe(0);
    expect(collector.total('db.client.connection.pending_requests')).toBe(0);
  });
});
