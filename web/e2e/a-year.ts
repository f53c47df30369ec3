import type { Page } from 'playwright-core';

const projects = ['House', 'Garden', 'Work'];

/** How much was done so many days back: every second week is busier, and some days are free. */
const doneOn = (back: number): number => (back % 7 === 3 ? 0 : ((back * 7) % 5) + (back % 14 < 7 ? 2 : 0));

/** Done tasks of a year as a file to import, three of them today; `every` takes so many days' steps back. */
function aYear(now: Date, every: number): string[] {
  const rows: string[] = [];
  for (let back = 0; back < 360; back += every) {
    const at = new Date(now.getTime() - back * 86_400_000);
    for (let nth = 0; nth < (back === 0 ? 3 : doneOn(back)); nth += 1) {
      // Every fifth was due the day before, every third had no date.
      const due = new Date(at.getTime() - ((back + nth) % 5 === 0 ? 86_400_000 : 0));
      const date = (back + nth) % 3 === 0 ? '' : due.toISOString().slice(0, 10);
      const project = projects[(back + nth) % projects.length];
      rows.push(`Done ${back} ${nth},${project},completed,${date},${at.toISOString()},${at.toISOString()}`);
    }
  }
  return rows;
}

/**
 * Gives the person of the page a year behind them, as who comes from another program has one.
 *
 * @returns how many tasks were done in it
 */
export async function liveAYear(page: Page, every = 1): Promise<number> {
  const rows = aYear(new Date(), every);
  const answer = await page.request.post('/api/v1/import?format=csv&timezone=UTC', {
    headers: { 'content-type': 'text/csv', origin: new URL(page.url()).origin },
    data: ['Title,Project,Status,Due date,Created,Completed', ...rows].join('\n'),
  });
  if (!answer.ok()) throw new Error(`import: ${answer.status()} ${await answer.text()}`);
  return rows.length;
}
