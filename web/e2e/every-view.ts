import axe, { type RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Filled } from './fill.ts';

declare global {
  interface Window {
    /** Once {@link violations} has looked at the document. */
    axe: typeof axe;
  }
}

type Extent = 'everything' | 'colours';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, short enough to be read in a failure. There are no frames to look into. */
export async function violations(page: Page, view: string, extent: Extent): Promise<string[]> {
  await settled(page);
  // Once for each document, and only what is wrong is put together: that is most of what a look would take.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const runOnly: RunOnly =
    extent === 'colours' ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: levels };
  const found = await page.evaluate(async (options) => (await window.axe.run(document, options)).violations, {
    runOnly,
    resultTypes: ['violations' as const],
  });
  return found.map(
    ({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}

/** What fades in or changes its colour is looked at when it has. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        // What is taken away while it moves is nothing to wait for.
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );

/** Every view with something in it; the last text is there once it has been read. A phone's month has marks, no titles. */
export const viewsOf = ({ projectId }: Filled, phone = false): [path: string, shows: string][] => [
  ['/today', 'Renew the library books'],
  ['/inbox', 'Buy milk'],
  ['/upcoming', 'Book the train'],
  ['/calendar', phone ? 'Month' : 'Write the letter'],
  ['/calendar?span=week', 'Write the letter'],
  [`/project/${projectId}`, 'Draw the start page'],
  ['/label/money', 'Pay rent'],
  ['/search?q=book', 'Book the train'],
  ['/completed', 'Answer the letter'],
  ['/recurring', 'Pay rent'],
];
