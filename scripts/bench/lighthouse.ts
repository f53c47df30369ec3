import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { cookiesOf } from '../../web/e2e/browser.ts';
import { flags, fullExecutable, openBrowserAt } from '../../web/e2e/chromium.ts';
import { Complaint } from '../start/complaint.ts';
import { root } from '../tool.ts';

const version = '12.8.2';
const folder = join(root, 'node_modules', '.cache', 'zerodo', `lighthouse-${version}`);
const command = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');

/** Hundredths of a score, null where nothing could be said. */
const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  finalDisplayedUrl: z.string(),
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
});

export type Scores = {
  /** 0–100 by category: performance, accessibility, best-practices. */
  scores: Record<string, number>;
  /** The times that performance is made of, in words. */
  times: Record<string, string>;
  /** What Lighthouse's own loop did on this processor: a desktop that nobody else uses has 1,500 and more. */
  processor: number;
  /** What keeps a category from its hundred. */
  complaints: string[];
};

/**
 * What Lighthouse says of a page as a person with that cookie sees it. `desktop` is its own preset for that; without it, it is a
 * phone of the middle class on slow 4G, with a processor four times slower than this one.
 */
export async function lighthouse(url: string, cookie: string, desktop: boolean): Promise<Scores> {
  await install();
  const here = await mkdtemp(join(tmpdir(), 'zerodo-lighthouse-'));
  try {
    const profile = join(here, 'profile');
    const browser = await openBrowserAt(profile);
    // A cookie without an end would end with this browser, and Lighthouse begins one of its own.
    const expires = Date.now() / 1000 + 3_600;
    await browser.addCookies(cookiesOf(cookie, new URL(url).origin).map((one) => ({ ...one, expires })));
    await browser.close();
    const out = join(here, 'report.json');
    const ask = [
      ...[command, url, '--quiet', '--output=json', `--output-path=${out}`],
      '--only-categories=performance,accessibility,best-practices',
      `--chrome-flags=${['--headless=new', `--user-data-dir=${profile}`, ...flags].join(' ')}`,
      ...(desktop ? ['--preset=desktop'] : []),
    ];
    // Now and then it loses the trace of its own browser, and says to run it again (NO_NAVSTART).
    await run(process.execPath, ask)
      .catch(() => run(process.execPath, ask))
      .catch(() => run(process.execPath, ask));
    return read(JSON.parse(await readFile(out, 'utf8')), url);
  } finally {
    await rm(here, { recursive: true, force: true });
  }
}

function read(json: unknown, asked: string): Scores {
  const { runtimeError, finalDisplayedUrl, environment, categories, audits } = report.parse(json);
  if (runtimeError) throw new Complaint(`Lighthouse: ${runtimeError.message}`);
  if (finalDisplayedUrl !== asked) throw new Complaint(`Lighthouse saw ${finalDisplayedUrl}, not ${asked}.`);
  const shown = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'];
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    ),
    times: Object.fromEntries(shown.map((name) => [name, audits[name]?.displayValue ?? '–'])),
    processor: Math.round(environment.benchmarkIndex),
    complaints: Object.entries(audits)
      .filter(([name, { score }]) => score !== null && score < 0.9 && !shown.includes(name))
      .map(([name, { displayValue }]) => (displayValue ? `${name} (${displayValue})` : name)),
  };
}

async function install(): Promise<void> {
  if (existsSync(command)) return;
  if (spawnSync('npm', ['--version']).status !== 0)
    throw new Complaint('Lighthouse is installed by npm: put npm on the PATH.');
  console.error(`Installing lighthouse ${version} …`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const args = [
    'install',
    `lighthouse@${version}`,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  await run('npm', [...args, '--prefix', folder]);
}

async function run(program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, {
    env: { ...process.env, CHROME_PATH: fullExecutable },
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: folder,
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Complaint(`${program} ${args.slice(0, 2).join(' ')} failed.`);
}
