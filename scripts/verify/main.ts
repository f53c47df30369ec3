/**
 * `npm run verify -- URL [--namespace NS …]`: whether an installed Zerodo does what it is for. Ends with 0 when everything does, 1 when
 * something does not, 130 after Ctrl-C; what it made is gone in each case. docs/how-to/verify-an-installation.md says all of it.
 */
import { Complaint, complain } from '../start/complaint.ts';
import { type Line, runChecks } from './check.ts';
import { journey, leaving } from './journey.ts';
import { type ClusterOptions, type Options, readOptions } from './options.ts';
import { holderOf, throwAway } from './person.ts';
import { shown, summary } from './print.ts';

const stopping = new AbortController();
// Whoever stops it waits for what was made to be gone; a second Ctrl-C changes nothing about that.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

async function travel({ url, token, email }: Options & { url: string }, tell: (line: Line) => void) {
  const person = token ? holderOf(token, url) : throwAway(url, email);
  const { checks, close } = journey(url, person);
  const lines = await runChecks(checks, tell, stopping.signal);
  close();
  return [...lines, ...(await runChecks([leaving(person)], tell, new AbortController().signal))];
}

/** @throws Complaint in the image, which has neither kubectl nor the chart */
const inside = async (cluster: ClusterOptions) => {
  const { clusterChecks } = await import('./cluster/checks.ts').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Complaint('This image looks from outside only: run `npm run verify -- --namespace …` instead.');
  });
  return clusterChecks(cluster);
};

async function verify(options: Options, tell: (line: Line) => void): Promise<Line[]> {
  const { url, cluster } = options;
  const lines = cluster ? await runChecks(await inside(cluster), tell, stopping.signal) : [];
  return [...lines, ...(url ? await travel({ ...options, url }, tell) : [])];
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const lines = await verify(options, (line) => {
    if (!options.json) console.log(shown(line));
  });
  const ok = lines.every(({ result }) => result === 'pass');
  if (options.json) console.log(JSON.stringify({ url: options.url ?? null, ok, lines }, null, 2));
  else console.log(`\n${summary(lines)}`);
  process.exitCode = stopping.signal.aborted ? 130 : ok ? 0 : 1;
} catch (error) {
  complain(error);
}
