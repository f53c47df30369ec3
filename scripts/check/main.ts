/**
 * `npm run check`: types, lint and format, dead code, that what is generated is fresh, and the manifests by the tools that know
 * them. A check whose tool cannot be had is left out with a line; with CI=true that is a failure.
 */
import { type Generator, generators } from '../generate/generators.ts';
import { staleFiles } from '../generate/write.ts';
import { NoHelm } from '../render/helm.ts';
import { eventChecks } from '../render-events/compatible.ts';
import { root, tool } from '../tool.ts';
import { neededTools, toolPath } from '../tools/tools.ts';
import { type Check, type Findings, LeftOut } from './check.ts';
import { docsChecks } from './docs/checks.ts';
import { fileChecks } from './files.ts';
import { manifestChecks } from './manifests.ts';
import { migrationChecks } from './migrations/checks.ts';
import { monitoringChecks } from './monitoring/checks.ts';
import { workflowChecks } from './workflows/checks.ts';

/** What is wrong is said by the tool itself. */
const command = (name: string, args: string[]) => async (): Promise<Findings> =>
  (await tool(name, args)) === 0 ? [] : ['see above'];

const checks: Check[] = [
  { name: 'types', run: command('tsc', ['--noEmit', '-p', '.']) },
  { name: 'types of the web', run: command('tsc', ['--noEmit', '-p', 'web']) },
  {
    name: 'types of the tests of the web',
    run: command('tsc', ['--noEmit', '-p', 'web/tsconfig.test.json']),
  },
  {
    name: 'lint and format',
    run: command('biome', ['check', '--error-on-warnings', '--max-diagnostics=50']),
  },
  { name: 'dead code', run: command('knip', ['--no-progress']) },
  { name: 'generated files', run: generatedFresh },
  ...eventChecks,
  ...migrationChecks,
  ...fileChecks,
  ...docsChecks,
  ...workflowChecks,
  ...manifestChecks,
  ...monitoringChecks,
];

async function generatedFresh(): Promise<Findings> {
  const unchecked: string[] = [];
  const look = (generator: Generator) =>
    staleFiles(generator, root).catch((error) => {
      if (!(error instanceof NoHelm)) throw error;
      unchecked.push(`${generator.folder} was not checked: ${error.message}`);
      return [];
    });
  const stale = (await Promise.all(generators.map(look))).flat();
  const findings = stale.length > 0 ? [`${stale.join(', ')}: not what npm run generate writes`] : [];
  if (process.env.CI === 'true') return [...findings, ...unchecked];
  for (const line of unchecked) console.log(`  ${line}`);
  return findings;
}

/** Whether the check may count as passed. */
async function passes({ name, run }: Check): Promise<boolean> {
  const began = performance.now();
  const findings = await run().catch((error: unknown) => {
    if (error instanceof LeftOut) return error;
    return [error instanceof Error ? error.message : String(error)];
  });
  if (findings instanceof LeftOut) {
    console.log(`  – ${name} left out: ${findings.message}`);
    return process.env.CI !== 'true';
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${findings.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  for (const finding of findings) console.error(`    ${finding}`);
  return findings.length === 0;
}

// Those that have to be built are built while the first checks run.
for (const name of neededTools()) void toolPath(name);
const failed: string[] = [];
for (const check of checks) if (!(await passes(check))) failed.push(check.name);
if (failed.length > 0) {
  console.error(`npm run check failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
