/**
 * `npm test [-- <vitest arguments>]`: everything that needs no cluster. Tests that need something that this machine lacks are
 * left out with a line that says how to get it; with CI=true that is a failure.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { onPath } from '../on-path.ts';
import { tool } from '../tool.ts';
import { neededTools, toolHere } from '../tools/tools.ts';

const reportShape = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string() })),
});

const found = (...names: string[]): boolean => names.some((name) => onPath(name) !== undefined);

const wanted = [
  {
    what: 'Chromium',
    there: found('chromium', 'chromium-browser', 'google-chrome'),
    get: 'apt-get install chromium',
  },
  {
    what: 'Java 17 and Maven',
    there: found('java') && found('mvn'),
    get: 'apt-get install default-jre maven',
  },
  {
    what: 'Prometheus',
    there: found('prometheus'),
    get: 'apt-get install prometheus',
  },
  {
    what: 'A container engine (Docker or podman)',
    there: found('docker', 'dockerd', 'podman'),
    get: 'apt-get install docker.io',
  },
  {
    what: 'A tool of npm run check (helm, kubeconform, promtool, …)',
    there: neededTools().every((name) => toolHere(name) !== undefined),
    get: 'npm run tools',
  },
];
const missing = wanted.filter(({ there }) => !there);
for (const { what, get } of missing)
  console.log(`  ${what} is missing, so its tests are left out; to have them: ${get}`);

if (missing.length > 0 && process.env.CI === 'true') {
  console.error('CI=true allows no test to be left out.');
  process.exitCode = 1;
} else {
  process.exitCode = await runTests(process.argv.slice(2));
}

async function runTests(args: string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'zerodo-test-run-'));
  const report = join(folder, 'report.json');
  try {
    const status = await tool('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ]);
    const counts = reportShape.parse(JSON.parse(await readFile(report, 'utf8')));
    const skipped = counts.numPendingTests + counts.numTodoTests;
    const files = counts.testResults.filter((file) => file.status === 'failed').length;
    // A file that could not even be read has no test that could fail.
    const failed = Math.max(counts.numFailedTests, files);
    console.log(
      `${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} left out` : ''}`,
    );
    return status || (skipped > 0 && process.env.CI === 'true' ? 1 : 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
