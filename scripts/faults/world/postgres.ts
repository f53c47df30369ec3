import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { embeddedOwnerUrl } from '../../start/database.ts';
import { startPostgres } from '../../start/postgres.ts';
import { postmaster } from '../../start/postgres-server.ts';
import { openProxy, type Wire } from './proxy.ts';

/** The Postgres of a run, which Zerodo reaches through a proxy and the run itself does not. It is started again whenever it ends. */
export type RunPostgres = {
  /** The owner's address, past the proxy. */
  ownerUrl: string;
  proxiedUrl: string;
  proxy: Wire;
  /** The server itself, and the processes of sessions. */
  pid: () => Promise<number>;
  sessions: () => Promise<number[]>;
  close: () => Promise<void>;
};

const password = 'only-for-this-run';

export async function openPostgres(
  home: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<RunPostgres> {
  const { port, stop } = await startPostgres(home, password, signal, say);
  const proxy = await openProxy(() => port);
  const ownerUrl = await embeddedOwnerUrl({ port }, password);
  const pid = async () => (await postmaster(join(home, 'postgres'))).pid;
  return {
    ownerUrl,
    proxiedUrl: Object.assign(new URL(ownerUrl), { port: String(proxy.port) }).href,
    proxy,
    pid,
    async sessions() {
      const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(await pid())]).toString();
      return lines.split('\n').flatMap((line) => (/zerodo_/.test(line) ? [Number.parseInt(line, 10)] : []));
    },
    async close() {
      await stop();
      await proxy.close();
    },
  };
}
