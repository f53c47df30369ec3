/**
 * `npm run release -- minor`: says what a release of main would bring and do; with `--yes` it does it. The tag that is pushed at the
 * end starts the workflow that publishes images and chart; `--registry` does that from here. docs/how-to/release.md says all of it.
 * `npm run release -- notes 1.2.3` prints what the changelog says of a version.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint, complain } from '../start/complaint.ts';
import { root } from '../tool.ts';
import { sectionOf } from './changelog.ts';
import { readOptions } from './options.ts';
import { plan } from './release.ts';

async function notes(version = ''): Promise<void> {
  const found = sectionOf(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (found === undefined)
    throw new Complaint(
      `CHANGELOG.md says nothing of ${version || 'no version'}: npm run release writes it.`,
    );
  console.log(found);
}

async function release(args: string[]): Promise<void> {
  const options = readOptions(args);
  const today = new Date().toISOString().slice(0, 10);
  const { version, notes, steps } = await plan(root, options, today);
  console.log(notes);
  for (const { shown, run } of steps) {
    console.log(shown);
    if (options.yes) await run();
  }
  console.log(
    options.yes
      ? `\n${version} is released.`
      : `\nNothing was done. npm run release -- ${options.version} --yes does it.`,
  );
}

try {
  const [first, ...rest] = process.argv.slice(2);
  await (first === 'notes' ? notes(rest[0]) : release(process.argv.slice(2)));
} catch (error) {
  complain(error);
}
