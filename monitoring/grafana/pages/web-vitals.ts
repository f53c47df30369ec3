import { lines, number, type Page } from '../panels.ts';
import { quantile, rate } from '../queries.ts';

/** What is good up to, and poor from (web.dev/articles/vitals). */
const vitals = [
  { name: 'lcp', title: 'Largest Contentful Paint', unit: 's', good: 2.5, poor: 4 },
  { name: 'inp', title: 'Interaction to Next Paint', unit: 's', good: 0.2, poor: 0.5 },
  { name: 'cls', title: 'Cumulative Layout Shift', unit: 'short', good: 0.1, poor: 0.25 },
  { name: 'fcp', title: 'First Contentful Paint', unit: 's', good: 1.8, poor: 3 },
  { name: 'ttfb', title: 'Time to First Byte', unit: 's', good: 0.8, poor: 1.8 },
];

const series = (name: string, part: string): string =>
  `browser_web_vital_${name}${name === 'cls' ? '' : '_seconds'}_${part}`;

const count = series('lcp', 'count');

/** How the pages feel in people's browsers. */
export const webVitals: Page = {
  name: 'web-vitals',
  title: 'Web vitals',
  about:
    'As browsers of signed-in people have measured it: three quarters are at least as fast as the numbers say.',
  rows: {
    'Three quarters within': vitals.map(({ name, title, unit, good, poor }) =>
      number(
        title,
        unit,
        `histogram_quantile(0.75, sum by (le) (increase(${series(name, 'bucket')}[24h])))`,
        [poor, good],
      ),
    ),
    'By page': [
      ...vitals.map(({ name, title, unit }) =>
        lines(`${title}, 75 %`, unit, [
          quantile(0.75, series(name, 'bucket'), 'browser_page'),
          '{{browser_page}}',
        ]),
      ),
      lines('Pages that were measured', 'ops', [rate(count, 'browser_page'), '{{browser_page}}']),
    ],
  },
};
