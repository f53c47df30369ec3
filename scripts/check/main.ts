/** `npm run check`: types, lint and format, dead code, and that what is generated is fresh. */
import { type Generator, generators } from '../generate/generators.ts';
import { staleFiles } from '../generate/write.ts';
import { NoHelm } from '../render/helm.ts';
import { root, tool } from '../tool.ts';

const checks: [name: string, check: () => Promise<number>][] = [
  ['types', () => tool('tsc', ['--noEmit', '-p', '.'])],
  ['types of the web', () => tool('tsc', ['--noEmit', '-p', 'web'])],
  ['types of the tests of the web', () => tool('tsc', ['--noEmit', '-p', 'web/tsconfig.test.json'])],
  ['lint and format', () => tool('biome', ['check', '--error-on-warnings', '--max-diagnostics=50'])],
  ['dead code', () => tool('knip', ['--no-progress'])],
  ['generated files', generatedFresh],
];

async function generatedFresh(): Promise<number> {
  const unchecked: string[] = [];
  const look = (generator: Generator) =>
    staleFiles(generator, root).catch((error) => {
      if (!(error instanceof NoHelm)) throw error;
      unchecked.push(`  ${generator.folder} was not checked: ${error.message}`);
      return [];
    });
  const stale = (await Promise.all(generators.map(look))).flat();
  for (const line of unchecked) console.error(line);
  if (stale.length > 0) console.error(`${stale.join(', ')}: not what npm run generate writes`);
  return stale.length > 0 || (unchecked.length > 0 && process.env.CI === 'true') ? 1 : 0;
}

const failed: string[] = [];
for (const [name, check] of checks) {
  const began = performance.now();
  const status = await check();
  console.log(`  ${status === 0 ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`npm run check failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
