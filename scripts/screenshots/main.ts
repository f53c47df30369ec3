/**
 * `npm run screenshots`: takes a picture of every view, light and dark, phone and desktop, into docs/images. Starts a Zerodo of its
 * own with an account that somebody could have. `-- today board` takes only these; `-- --look <folder>` puts them elsewhere, with
 * a tablet, a narrow phone and German besides.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { signUp, startZerodo } from '@zerodo/testing/zerodo';
import { openBrowser } from '../../web/e2e/chromium.ts';
import { readArgs } from '../read-args.ts';
import { Complaint, complain } from '../start/complaint.ts';
import { root } from '../tool.ts';
import { furnish } from './person.ts';
import { photographer } from './photographer.ts';
import { fileOf } from './render.ts';
import { moreShapes, shapes } from './shapes.ts';
import { views } from './views.ts';

/** Which views, and where to. */
function read() {
  try {
    const { values, positionals } = readArgs(
      { options: { look: { type: 'string' } }, allowPositionals: true },
      'See docs/how-to/measure.md.',
    );
    const unknown = positionals.find((word) => !views.some(({ name }) => name === word));
    if (unknown !== undefined) {
      throw new Complaint(
        `There is no view ${unknown}. There are ${views.map(({ name }) => name).join(', ')}.`,
      );
    }
    return { values, positionals };
  } catch (error) {
    complain(error);
    process.exit();
  }
}

const { values, positionals } = read();
const wanted = views.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const folder = values.look ?? join(root, 'docs', 'images');
await mkdir(folder, { recursive: true });

const [zerodo, browser] = await Promise.all([startZerodo({ args: ['--observe'] }), openBrowser()]);
try {
  const { url } = zerodo;
  const person = await signUp(url, { name: 'Lea Winter', email: 'lea@example.test' });
  const friend = await signUp(url, { name: 'Jo Almeida', email: 'jo@example.test' });
  const beginner = await signUp(url, { name: 'Sam' });
  const known = await furnish(url, person, friend);
  for (const shape of values.look ? [...shapes, ...moreShapes] : shapes) {
    const take = await photographer(browser, url, shape, { person, beginner });
    for (const view of wanted) {
      const file = join(folder, fileOf(view.name, shape.name));
      await take.picture(view, known, file).catch((error: Error) => {
        console.error(`  ✗ ${view.name} ${shape.name}: ${error.message.split('\n')[0]}`);
        process.exitCode = 1;
      });
    }
    console.log(`  ✓ ${shape.name}`);
    await take.end();
  }
} finally {
  await browser.close();
  await zerodo.stop();
}
