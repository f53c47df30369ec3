import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Observed } from '@zerodo/domain/observed';
import { Metrics } from './metrics.ts';
import { receiveOtlp } from './receiver.ts';
import { Traces } from './traces.ts';

const everyMs = 5_000;

export type Observer = {
  /** What functions and the web are told: where to push, and so often that one sees it happen. */
  telemetry: Record<string, string>;
  /** Where flow-query reads what was kept. */
  url: string;
  stop: () => Promise<void>;
};

/** Keeps the latest traces and metrics of this machine in memory, without any collector. */
export async function startObserver(): Promise<Observer> {
  const [traces, metrics] = [new Traces(), new Metrics()];
  const receiver = await receiveOtlp(({ spans, points }) => {
    traces.take(spans);
    metrics.take(points);
  });
  const turning = setInterval(() => metrics.turn(Date.now()), everyMs);
  const reading = createServer((request, response) => {
    request.resume();
    const { searchParams } = new URL(request.url!, 'http://observer');
    const said: Observed = {
      on: true,
      everySeconds: everyMs / 1000,
      traces: traces.read(searchParams.get('trace')),
      metrics: metrics.read(Date.now()),
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
  });
  await new Promise<void>((listening) => reading.listen(0, '127.0.0.1', listening));
  return {
    telemetry: {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_BSP_SCHEDULE_DELAY: '500',
      OTEL_METRIC_EXPORT_INTERVAL: String(everyMs),
    },
    url: `http://127.0.0.1:${(reading.address() as AddressInfo).port}`,
    async stop() {
      clearInterval(turning);
      reading.close();
      reading.closeAllConnections();
      await receiver.close();
    },
  };
}
