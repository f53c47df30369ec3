/** `npm run function -- <name> [--port 8080]`: one function alone, straight from its TypeScript, for a curl. */
import { existsSync } from 'node:fs';
import { functionNames } from '../build/functions.ts';
import { readArgs } from '../read-args.ts';
import { attach } from '../start/attach.ts';
import { Complaint } from '../start/complaint.ts';
import { kafkaIn } from '../start/kafka-settings.ts';
import { machineConfig } from '../start/settings.ts';
import { root } from '../tool.ts';
import { type Definition, exampleCall, needsToken } from './example.ts';

async function read(): Promise<{ name: string; port: string }> {
  const { values, positionals } = readArgs(
    { options: { port: { type: 'string' } }, allowPositionals: true },
    'See docs/how-to/run-one-function.md.',
  );
  const [name = ''] = positionals;
  if (!existsSync(`${root}functions/${name}/handle.ts`)) {
    const names = (await functionNames(root)).join(', ');
    throw new Complaint(`Name a function: npm run function -- task-create --port 8080. There are ${names}.`);
  }
  return { name, port: values.port ?? '8080' };
}

/** What the environment does not say is taken from the Zerodo that runs here. */
async function settings(): Promise<{ env: Record<string, string>; publicUrl: string }> {
  if (process.env.ZERODO_APP_DATABASE_URL || process.env.ZERODO_WORKER_DATABASE_URL) {
    return { env: {}, publicUrl: process.env.ZERODO_WEB_URL ?? 'http://127.0.0.1:3000' };
  }
  const { database, kafkaBrokers, ...addresses } = await attach(root);
  const port = Number(new URL(addresses.publicUrl).port);
  const kafka =
    kafkaBrokers.length > 0 ? kafkaIn({ ...process.env, KAFKA_BROKERS: kafkaBrokers.join(',') }) : undefined;
  const { configMap } = machineConfig({ ...addresses, port }, database, kafka);
  const databases = { ZERODO_APP_DATABASE_URL: database.app, ZERODO_WORKER_DATABASE_URL: database.worker };
  return { env: { ...configMap, ...databases }, publicUrl: addresses.publicUrl };
}

try {
  const { name, port } = await read();
  const { env, publicUrl } = await settings();
  // ZERODO_HOME is ours; a function refuses settings that it does not know.
  delete process.env.ZERODO_HOME;
  Object.assign(process.env, { K_SERVICE: name, ZERODO_HOST: '127.0.0.1', ...env, PORT: port });

  const { start } = await import('../../functions/lib/runtime/start.ts');
  const { default: exported } = await import(`${root}functions/${name}/handle.ts`);
  await start(exported).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Complaint(`Port ${port} is in use; take another one with --port.`)
      : error;
  });

  const url = `http://127.0.0.1:${port}`;
  const definitions = [exported].flat() as Definition[];
  console.log(`${name} listens at ${url}; Ctrl-C ends it. For example:\n`);
  if (definitions.some(needsToken)) {
    console.log(`TOKEN=$(curl -s -X POST ${publicUrl}/api/auth/exchange \\
  -H 'authorization: Bearer <an API token>' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')\n`);
  }
  for (const definition of definitions) console.log(`${exampleCall(definition, url)}\n`);
} catch (error) {
  console.error(error instanceof Complaint ? error.message : error);
  process.exit(1);
}
