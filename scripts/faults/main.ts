/** `npm run faults`: people work while everything fails that can, and nothing that was acknowledged is lost or done twice. */
import { complain } from '../start/complaint.ts';
import { readOptions } from './options.ts';
import { bundlesWith } from './plants/plant.ts';
import { plants } from './plants/plants.ts';
import { run } from './run.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
const begun = performance.now();
const say = (line: string) =>
  console.log(`  ${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${line}`);

try {
  const { plant, ...settings } = readOptions(process.argv.slice(2));
  const { signal } = stopping;
  const bundles = plant && ((home: string) => bundlesWith(plants[plant], home, signal));
  const result = await run({ ...settings, ...(bundles && { bundles }), signal, say });
  for (const { kind, what } of result.findings) console.log(`${kind}: ${what}`);
  const count = (kind: string) =>
    result.findings.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0);
  console.log(
    `seed ${result.seed}: ${result.operations} operations, ${settings.faults} faults, ${(result.operations / result.seconds).toFixed(0)} operations/s, ` +
      `${count('lost')} lost, ${count('doubled')} doubled, ${count('wrong')} wrong`,
  );
  const found = result.findings.length > 0;
  if (plant) console.log(`${plant}: ${found ? 'caught' : 'NOT CAUGHT'}`);
  if (found !== Boolean(plant)) process.exitCode = 1;
} catch (error) {
  complain(error);
}
// People who were not answered yet still ask; nobody listens any more.
process.exit();
