import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Point } from '../../../scripts/observe/otlp.ts';
import { freePort } from '../../../scripts/start/ports.ts';
import { seriesOfPoints } from './remote-write/series.ts';
import { writeRequest } from './remote-write/wire.ts';
import { until } from './until.ts';

export type TestPrometheus = {
  /** Writes what was received by OTLP, as a collector would. */
  write: (points: readonly Point[]) => Promise<void>;
  /** The labels and values that a query finds now. */
  query: (query: string) => Promise<{ metric: Record<string, string>; value: [number, string] }[]>;
  stop: () => Promise<void>;
};

/** A Prometheus of its own, which evaluates the rules in `folder` every second. */
export async function startPrometheus(folder: string): Promise<TestPrometheus> {
  const home = await mkdtemp(join(tmpdir(), 'zerodo-prometheus-'));
  await mkdir(join(home, 'rules'));
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.rules.yaml'))) {
    const rules = await readFile(join(folder, name), 'utf8');
    await writeFile(join(home, 'rules', name), rules.replaceAll('interval: 1m', 'interval: 1s'));
  }
  await writeFile(join(home, 'prometheus.yml'), 'rule_files: [rules/*.yaml]\n');
  const url = `http://127.0.0.1:${await freePort()}`;
  const child: ChildProcess = spawn(
    'prometheus',
    [
      `--config.file=${join(home, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(home, 'data')}`,
      `--web.listen-address=${new URL(url).host}`,
      '--web.enable-remote-write-receiver',
      '--log.level=error',
    ],
    { stdio: 'ignore' },
  );
  const ready = () =>
    fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(ready, 60_000);
  return {
    async write(points) {
      const body = writeRequest(seriesOfPoints(points));
      const headers = { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' };
      const answer = await fetch(`${url}/api/v1/write`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`Prometheus answered ${answer.status}: ${await answer.text()}`);
    },
    async query(query) {
      const answer = await fetch(`${url}/api/v1/query`, {
        method: 'POST',
        body: new URLSearchParams({ query }),
      });
      const said = (await answer.json()) as { error?: string; data?: { result: [] } };
      if (said.error) throw new Error(`${query}: ${said.error}`);
      return said.data!.result;
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(home, { recursive: true, force: true });
    },
  };
}
