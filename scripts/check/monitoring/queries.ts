import { known } from '../../../monitoring/known-metrics.ts';
import { asSent, groupedBy, type Matcher, selectorsOf, unreadable } from '../../../monitoring/promql.ts';
import type { Findings } from '../check.ts';

/** A query, and where it stands. */
export type Asked = { where: string; query: string };

/** Whether some value that a label can have is meant by a matcher. */
function canMatch({ op, value }: Matcher, values: Iterable<string>): boolean {
  const pattern = new RegExp(`^(?:${value.replaceAll('\\\\', '\\')})$`);
  return [...values].some((one) => (op.includes('~') ? pattern.test(one) : one === value));
}

function complaints(query: string): Findings {
  const broken = unreadable(query);
  if (broken.length > 0) return broken.map((place) => `cannot be read ${place}`);
  const selectors = selectorsOf(query);
  const made = [...query.matchAll(/label_replace\(.*?, "(\w+)", /g)].map(([, label]) => label!);
  const labels = new Set([
    ...selectors.flatMap(({ metric }) => [...(known.get(metric)?.keys() ?? [])]),
    ...made,
  ]);
  return [
    ...selectors.flatMap(({ metric, matchers }) => {
      const has = known.get(metric);
      if (has === undefined) return [`there is no metric ${metric}`];
      return matchers.flatMap((matcher) => {
        const { label, value } = matcher;
        if (!has.has(label)) return [`${metric} has no label ${label}`];
        const values = has.get(label);
        const fits = values === undefined || value.includes('$') || canMatch(matcher, values);
        return fits ? [] : [`${label} of ${metric} is never ${value}`];
      });
    }),
    ...groupedBy(query)
      .filter((label) => !labels.has(label))
      .map((label) => `nothing that it asks for has a label ${label}`),
  ];
}

/** What is wrong with queries: syntax, metrics and labels that nobody emits, values that a label never has. */
export const judgeQueries = (all: Asked[]): Findings =>
  all.flatMap(({ where, query }) => complaints(asSent(query)).map((what) => `${where}: ${what}`));
