import { parser } from '@prometheus-io/lezer-promql';

type Node = ReturnType<ReturnType<typeof parser.parse>['cursor']>;

export type Matcher = { label: string; op: string; value: string };
export type Selector = { metric: string; matchers: Matcher[] };

/** What Grafana puts in for itself, as something that Prometheus reads. */
const filled = (query: string, rateInterval: string): string =>
  query.replaceAll('$__rate_interval', rateInterval).replaceAll('$__range', '1h');

/** A query of a dashboard as Grafana would send it, with what was chosen above the page. */
export const asSent = (
  query: string,
  { rateInterval = '5m', choices = {} as Record<string, string> } = {},
): string =>
  Object.entries(choices).reduce(
    (text, [name, value]) => text.replaceAll(`$${name}`, value),
    filled(query, rateInterval),
  );

function* nodes(query: string): Generator<Node> {
  const cursor = parser.parse(query).cursor();
  do yield cursor;
  while (cursor.next());
}

/** Where a query cannot be read; nothing when it can. */
export function unreadable(query: string): string[] {
  const found: string[] = [];
  for (const node of nodes(query))
    if (node.type.isError)
      found.push(`at ${node.from}: ${query.slice(node.from, node.from + 20) || 'its end'}`);
  return found;
}

/** Every series that a query asks for. */
export function selectorsOf(query: string): Selector[] {
  const found: Selector[] = [];
  for (const { name, from, to } of nodes(query)) {
    const text = query.slice(from, to);
    if (name === 'VectorSelector') found.push({ metric: '', matchers: [] });
    const current = found.at(-1);
    if (name === 'Identifier' && current) current.metric = text;
    if (name === 'UnquotedLabelMatcher' && current) {
      const [, label = '', op = '', value = ''] = /^(\w+)\s*([=!~]+)\s*"(.*)"$/s.exec(text) ?? [];
      current.matchers.push({ label, op, value });
    }
  }
  return found;
}

/** Labels that a query groups, joins or keeps by. */
export function groupedBy(query: string): string[] {
  const found = new Set<string>();
  let inside = 0;
  for (const { name, from, to } of nodes(query)) {
    if (name === 'GroupingLabels') inside = to;
    if (name === 'LabelName' && from < inside) found.add(query.slice(from, to));
  }
  return [...found];
}
