import type { Config } from '../config.ts';
import type { Log } from '../logging.ts';
import { count, observe } from './record.ts';
import { switchOn } from './switch.ts';

export type Telemetry = {
  /** Sends what still waits; a collector that does not answer holds nothing up for longer than this. */
  close: () => Promise<void>;
};

const longestFlushMs = 5_000;

/** Loads the SDK where an endpoint is set; otherwise nothing is loaded and nothing is measured. */
export async function openTelemetry(
  name: string,
  config: Config,
  { door, log }: { door: boolean; log: Log },
): Promise<Telemetry> {
  if (!config.OTEL_EXPORTER_OTLP_ENDPOINT) return { close: async () => {} };
  const { startSdk } = await import('./sdk.ts');
  const warn = (reason: string) => log.warn({ reason }, 'telemetry is not sent');
  const flush = startSdk({ name, config, door, warn });
  switchOn();
  return {
    close: async () => {
      const late = new Promise((resolve) => setTimeout(resolve, longestFlushMs).unref());
      await Promise.race([flush(), late]);
    },
  };
}

/** To be called when the process listens. */
export function noteStart(): void {
  count('faas.coldstarts', {});
  observe('faas.init_duration', performance.now() / 1000, {});
}
