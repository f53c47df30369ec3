import { connect } from '@zerodo/store/sql';
import { addManyTasks } from '@zerodo/testing/many-tasks';
import { type RunningZerodo, signUp } from '@zerodo/testing/zerodo';
import { cookiesOf, openContext, openView } from '../../web/e2e/browser.ts';
import type { BrowserContext, Page } from '../../web/e2e/chromium.ts';
import { openBrowser } from '../../web/e2e/chromium.ts';
import { firstLoadOf } from '../../web/e2e/first-load.ts';
import { lighthouse } from './lighthouse.ts';
import { completing } from './page-completing.ts';
import { readAll, scrolling } from './page-scrolling.ts';
import { head, ms, say } from './say.ts';

const presses = 20;

/** Somebody with a project of so many open tasks. */
async function someone(zerodo: RunningZerodo, count: number): Promise<{ cookie: string; path: string }> {
  const { cookie, call } = await signUp(zerodo.url);
  const { json: project } = await call('POST', '/projects', { name: 'Everything' });
  const { json: task } = await call('POST', '/tasks', { title: 'The first', projectId: project.id });
  const sql = connect(await zerodo.ownerUrl(), { max: 1 });
  try {
    const [{ userId } = {}] = await sql`select created_by as user_id from tasks where id = ${task.id}`;
    await addManyTasks(sql, { userId, projectIds: [project.id], count });
    await sql`update tasks set status = 'open', completed_at = null, section = null where project_id = ${project.id}`;
  } finally {
    await sql.end();
  }
  return { cookie, path: `/project/${project.id}` };
}

/** A page that cannot be slow, as long as that many frames scroll. */
async function plainText(context: BrowserContext, frames: number): Promise<Page> {
  const tab = await context.newPage();
  await tab.setContent(`<pre>${'A line of text.\n'.repeat(frames * 26)}</pre>`);
  return tab;
}

/** What a person feels of the page, on the production build, in a browser on this machine. */
export async function page(zerodo: RunningZerodo): Promise<void> {
  const { url } = zerodo;
  const browser = await openBrowser();
  try {
    const context = await openContext(browser, [], {
      baseURL: url,
      viewport: { width: 1280, height: 800 },
    });
    const thousand = await someone(zerodo, 1_000);
    await context.addCookies(cookiesOf(thousand.cookie, url));
    const tab = await context.newPage();

    head('the page', 'measured', 'wanted');
    const bytes = await firstLoadOf(context, url, '/today');
    say('script of the first load of Today, compressed', `${(bytes / 1000).toFixed(0)} kB`, '< 200 kB');

    await openView(tab, thousand.path);
    const { median, worst, work } = await completing(tab, presses);
    say(`press to paint, completing in 1,000 tasks, median of ${presses}`, ms(median), '< 100 ms');
    say(`the same, worst of ${presses}`, ms(worst), '< 100 ms');
    say('the same, work of the main thread', ms(work), '< 100 ms');
    await tab.close();

    const many = await someone(zerodo, 10_000);
    await context.addCookies(cookiesOf(many.cookie, url));
    const long = await context.newPage();
    await openView(long, many.path);
    await readAll(long);
    const scrolled = await scrolling(long);
    const plain = await scrolling(await plainText(context, scrolled.frames));
    say('10,000 tasks: frames over 50 ms', `${scrolled.slow} of ${scrolled.frames}`, 'as plain text');
    say('plain text as long (baseline)', `${plain.slow} of ${plain.frames}`, '–');
    say('10,000 tasks: work of the main thread a frame', ms(scrolled.work), '< 16 ms');
    say('10,000 tasks: drawn at most', `${scrolled.rows} rows, ${scrolled.elements} elements`, '< 150 rows');
    await long.close();
  } finally {
    await browser.close();
  }
  await audits(zerodo);
}

async function audits(zerodo: RunningZerodo): Promise<void> {
  console.log('');
  head(
    'Lighthouse',
    ...['performance', 'accessibility', 'best practices', 'largest paint', 'blocked', 'processor', 'says'],
  );
  const { cookie, path } = await someone(zerodo, 500);
  for (const [name, address] of [
    ['Today', '/today'],
    ['a project of 500 tasks', path],
  ] as const) {
    for (const desktop of [true, false]) {
      const { scores, times, processor, complaints } = await lighthouse(
        `${zerodo.url}${address}`,
        cookie,
        desktop,
      );
      say(
        `${name}, ${desktop ? 'desktop' : 'phone on slow 4G'}`,
        String(scores.performance),
        String(scores.accessibility),
        String(scores['best-practices']),
        times['largest-contentful-paint'] ?? '–',
        times['total-blocking-time'] ?? '–',
        String(processor),
        complaints.join(', ') || '–',
      );
    }
  }
}
