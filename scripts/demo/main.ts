/**
 * `npm run demo`: walks the story of Zerodo in a Chromium, from signing up to the flow page, with a Zerodo of its own, and records it
 * as an animated WebP that every browser plays. `-- --out <file>` says where to, `-- --url <address>` which Zerodo.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startZerodo } from '@zerodo/testing/zerodo';
import { type Browser, hasBrowser, noBrowser, openBrowser } from '../../web/e2e/chromium.ts';
import { root } from '../tool.ts';
import { animated } from './animation.ts';
import { record } from './recorder.ts';
import { story, tell } from './story.ts';

/** Nobody watches longer. */
const longestSeconds = 90;
const size = { width: 1280, height: 720 };
const seconds = (ms: number): string => (ms / 1000).toFixed(1);

async function show(
  browser: Browser,
  url: string,
  file: string,
  steps: (keyof typeof story)[],
): Promise<void> {
  const context = await browser.newContext({ baseURL: url, viewport: size, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto('/sign-up');
  const recording = await record(page);
  const began = performance.now();
  try {
    for (const name of steps) {
      const from = performance.now();
      await tell(page, story[name]);
      console.log(`  ✓ ${story[name].say} (${seconds(performance.now() - from)} s)`);
    }
  } finally {
    // Also what went wrong is worth a look.
    const took = performance.now() - began;
    const frames = await recording.stop();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, animated(frames, size));
    console.log(`\n${seconds(took)} s in ${frames.length} pictures: ${relative(process.cwd(), file)}`);
    await context.close();
    if (took > longestSeconds * 1000) {
      console.error(`That is longer than ${longestSeconds} s: the machine is busy, or something waits.`);
      process.exitCode = 1;
    }
  }
}

const { values } = parseArgs({ options: { out: { type: 'string' }, url: { type: 'string' } } });
if (!hasBrowser) {
  console.error(`There is ${noBrowser}`);
  process.exit(1);
}
const file = resolve(values.out ?? `${root}/.zerodo/demo.webp`);
// Whoever is not the first to sign up somewhere is no operator there.
const steps = (Object.keys(story) as (keyof typeof story)[]).filter((name) => !values.url || name !== 'flow');
const zerodo = values.url ? undefined : await startZerodo();
const browser = await openBrowser();
try {
  await show(browser, values.url ?? zerodo!.url, file, steps);
} finally {
  await browser.close();
  await zerodo?.stop();
}
