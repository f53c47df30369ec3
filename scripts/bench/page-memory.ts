import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { arrive, openContext, openView } from '../../web/e2e/browser.ts';
import { openBrowser } from '../../web/e2e/chromium.ts';
import { client } from './load.ts';
import { head, say } from './say.ts';

const perSecond = 4;
const tasks = 200;
const mib = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

/** Least squares through what was measured, in bytes a minute. */
function slope(points: { minute: number; bytes: number }[]): number {
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [middle, level] = [mean(({ minute }) => minute), mean(({ bytes }) => bytes)];
  const over = points.reduce((sum, { minute, bytes }) => sum + (minute - middle) * (bytes - level), 0);
  return over / points.reduce((sum, { minute }) => sum + (minute - middle) ** 2, 0);
}

/**
 * How much a page's heap grows while somebody else's session changes what it shows, four times a second for so many minutes: measured
 * after a collection of garbage, and not before a minute in which whatever is loaded once was loaded.
 */
export async function memory(zerodo: RunningZerodo, minutes: number): Promise<void> {
  const browser = await openBrowser();
  try {
    const complaints: string[] = [];
    const context = await openContext(browser, complaints, { baseURL: zerodo.url });
    const page = await arrive(context, zerodo.url, '/inbox');
    const cookies = await context.cookies();
    const call = client(zerodo.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
    const ids: string[] = [];
    for (let n = 0; n < tasks; n++)
      ids.push(((await call('POST', '/tasks', { title: `Task ${n}` })).json() as { id: string }).id);
    await openView(page, '/inbox');
    const devtools = await context.newCDPSession(page);
    const measure = async (): Promise<{ heap: number; nodes: number; listeners: number }> => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize: heap } = await devtools.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
      return { heap, nodes, listeners };
    };

    head(`${perSecond} changes a second`, 'heap', 'nodes', 'listeners', 'changes');
    const points: { minute: number; bytes: number }[] = [];
    const begun = performance.now();
    const every = 60_000 / 4;
    let changes = 0;
    for (let next = every; (performance.now() - begun) / 60_000 < minutes + 1; changes++) {
      const id = ids[changes % tasks]!;
      await call('PATCH', `/tasks/${id}`, { title: `Task ${changes % tasks}, change ${changes}` });
      const ahead = begun + (changes + 1) * (1000 / perSecond) - performance.now();
      if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
      if (performance.now() - begun < next) continue;
      next += every;
      const minute = (performance.now() - begun) / 60_000;
      const { heap, nodes, listeners } = await measure();
      if (minute >= 1) points.push({ minute, bytes: heap });
      if (Math.abs(minute - Math.round(minute)) < 0.1)
        say(`minute ${Math.round(minute)}`, mib(heap), String(nodes), String(listeners), String(changes));
    }
    // The page has heard of everything until the end. Of the first task, since those far below are not drawn.
    const last = `Task 0, change ${changes}`;
    await call('PATCH', `/tasks/${ids[0]}`, { title: last });
    await page.getByRole('main').getByText(last, { exact: true }).waitFor();
    say('slope', `${(slope(points) / 1024).toFixed(0)} KiB a minute`, '', '', '');
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  } finally {
    await browser.close();
  }
}
