/** An expression of PromQL, and what its line is called: `{{label}}` is the label's value. */
export type Query = readonly [expr: string, legend: string];

/** The time within which a share of what a histogram counted was done. */
export const quantile = (share: number, bucket: string, by = ''): string =>
  `histogram_quantile(${share}, sum by (${by === '' ? '' : `${by}, `}le) (rate(${bucket}[$__rate_interval])))`;

/** The usual three of them. */
export const quantiles = (bucket: string): Query[] =>
  [0.5, 0.95, 0.99].map((share) => [quantile(share, bucket), `${share * 100} %`] as const);

/** How often a second. */
export const rate = (counter: string, by = ''): string =>
  `sum${by === '' ? '' : ` by (${by})`} (rate(${counter}[$__rate_interval]))`;
