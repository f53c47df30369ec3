import type { Server } from 'node:http';
import { type Config, readConfig } from './config.ts';
import { type Definition, neededSettings } from './definition.ts';
import { changeLevelBySignal, openLog } from './logging.ts';
import { serverFor } from './serve.ts';
import { openServices } from './services.ts';
import { noteStart, openTelemetry } from './telemetry/open.ts';
import { warmUp } from './warm.ts';

export type Started = { server: Server; warm: () => Promise<void> };

/** How long work under way may take after the process was told to stop. */
const drainMs = 25_000;

/**
 * Runs a function: the definitions that its `handle.ts` exports, behind the one server. On SIGTERM
 * it takes nothing new, finishes what is under way, closes its connections, sends what telemetry waits and exits
 * with 0.
 */
export async function start(exported: Definition | readonly Definition[]): Promise<Started> {
  const definitions = [exported].flat() as Definition[];
  const config = configured(definitions);
  const name = config.K_SERVICE ?? definitions[0]!.name;
  const services = openServices(name, config);
  const door = definitions.some(({ kind }) => kind === 'edge');
  const telemetry = await openTelemetry(name, config, { door, log: services.log });
  const server = serverFor(name, definitions, services);

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    if (config.PORT.startsWith('/')) server.listen(config.PORT, listening);
    else server.listen(Number(config.PORT), config.ZERODO_HOST, listening);
  });

  noteStart();
  changeLevelBySignal(services.log);

  const close = async () => {
    await services.close();
    await telemetry.close();
  };
  let draining = false;
  const stop = () => {
    if (draining) return;
    draining = true;
    server.close(() => void close().then(() => process.exit(0)));
    services.drain();
    // A kept connection is idle only after its last answer, and would hold the server open.
    setInterval(() => server.closeIdleConnections(), 20);
    setTimeout(() => process.exit(1), drainMs).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (config.ZERODO_EXIT_WITH_STDIN) process.stdin.on('end', stop).resume();

  const warm = async () => {
    await warmUp(server, definitions, services);
    await telemetry.close();
  };
  return { server, warm };
}

/** A setting that is missing or wrong ends the process with one line that names it. */
function configured(definitions: Definition[]): Config {
  try {
    const config = readConfig(process.env, neededSettings(definitions));
    for (const definition of definitions) if ('check' in definition) definition.check?.(config);
    return config;
  } catch (error) {
    openLog(definitions[0]!.name, 'error').fatal({ reason: (error as Error).message }, 'not started');
    process.exit(1);
  }
}
