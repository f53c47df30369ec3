import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLog } from '@zerodo/log/log';
import type { TestDatabase } from '@zerodo/testing/database';
import { afterEach, beforeEach } from 'vitest';
import { readManifests } from '../manifests.ts';
import { createRunner } from '../runner.ts';
import { type Tester, writeManifests } from './manifests.ts';

const program = fileURLToPath(new URL('function.cjs', import.meta.url));

/** A runner over the events table, or over Kafka where brokers are given, with a folder of its own for each test. */
export function testRunner(database: TestDatabase, brokers?: () => string[]) {
  let folder: string;
  let said: string[];
  const undo: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zerodo-runner-'));
    said = [];
  });
  afterEach(async () => {
    for (const each of undo.splice(0).reverse()) await each();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    said: () => said,
    /** Events that its function is to refuse, as it reads them from there. */
    refuseFile: () => join(folder, 'refuse'),
    /** Type and id of every event that its function was sent, in order. */
    seen: async () =>
      (await readFile(join(folder, 'seen'), 'utf8').catch(() => '')).split('\n').filter(Boolean),

    /** Runs one function as its manifest says. */
    async run(shape: Tester) {
      await writeManifests(folder, shape);
      const kafka = brokers && { brokers: brokers() };
      const log = openLog({ databaseUrl: database.url('zerodo_worker'), kafka, onError: () => {} });
      const runner = createRunner({
        manifests: await readManifests(folder),
        program: () => [program],
        config: { configMap: { SEEN: join(folder, 'seen'), REFUSE: join(folder, 'refuse') }, secrets: {} },
        logs: folder,
        sockets: folder,
        sql: database.worker(),
        log,
        say: (line) => said.push(line),
      });
      const stop = async () => {
        await runner.stop();
        await log.close();
      };
      undo.push(stop);
      await runner.deliver();
      return { stop: () => undo.splice(undo.indexOf(stop), 1)[0]?.() };
    },
  };
}
