import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../../tool.ts';
import type { Check, Findings } from '../check.ts';
import { objectShape } from '../renderings.ts';
import { alertmanagerFile, judgeInhibitions, judgeRoutes } from './alertmanager.ts';
import { judgeCollector } from './collector.ts';
import { judgeDashboards, queriesOf, readDashboard } from './dashboards.ts';
import { judgeQueries } from './queries.ts';
import { judgeRules, judgeRunbooks, judgeTests, queriesOfRules, readRules, readRunbooks } from './rules.ts';
import { judgeSources, reachable, readStack, sourcesOf } from './stack.ts';

const folder = join(root, 'monitoring');
const rulesFolder = join(folder, 'prometheus');
const text = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

async function rules(): Promise<Findings> {
  return [...(await judgeTests(rulesFolder)), ...(await judgeRules(rulesFolder))];
}

async function routes(): Promise<Findings> {
  const alerts = (await readRules(rulesFolder)).flatMap((rule) => ('alert' in rule ? [rule.alert] : []));
  return [
    ...judgeInhibitions(await readFile(alertmanagerFile, 'utf8'), alerts),
    ...(await judgeRoutes(alertmanagerFile)),
  ];
}

async function runbooks(): Promise<Findings> {
  return judgeRunbooks(await readRules(rulesFolder), await readRunbooks());
}

/** Services in monitoring/kubernetes, and data sources of Grafana's. */
async function stack() {
  const files = (await readdir(join(folder, 'kubernetes'))).filter((name) => name.endsWith('.yaml'));
  const documents = await Promise.all(
    files.map(async (name) => parseAllDocuments(await text(join('kubernetes', name)))),
  );
  const objects = documents
    .flat()
    .map((document) => objectShape.safeParse(document.toJS()))
    .flatMap(({ data }) => (data ? [data] : []));
  return {
    services: reachable(objects),
    sources: readStack(parse(await text('kubernetes/kube-prometheus-stack.yaml'))),
  };
}

async function collector(): Promise<Findings> {
  const { services, sources } = await stack();
  return [
    ...judgeCollector(parse(await text('collector/collector.yaml')), services),
    ...judgeSources(sources, services),
  ];
}

async function dashboards(): Promise<Findings> {
  const names = await readdir(join(folder, 'grafana', 'dashboards'));
  const all = await Promise.all(
    names.map(async (name) => readDashboard(await text(join('grafana', 'dashboards', name)))),
  );
  return judgeDashboards(all, sourcesOf((await stack()).sources));
}

async function queries(): Promise<Findings> {
  const names = await readdir(join(folder, 'grafana', 'dashboards'));
  const all = await Promise.all(
    names.map(async (name) => queriesOf(readDashboard(await text(join('grafana', 'dashboards', name))))),
  );
  const written = [...(await readRunbooks())].flatMap(([path, page]) =>
    [...page.matchAll(/```promql\n([\s\S]*?)```/g)].map(([, query]) => ({
      where: path,
      query: query!.trim(),
    })),
  );
  return judgeQueries([...queriesOfRules(await readRules(rulesFolder)), ...all.flat(), ...written]);
}

/** What watches an installation, before it has anything to watch. */
export const monitoringChecks: Check[] = [
  { name: 'rules and their tests (promtool)', run: rules },
  { name: 'queries ask for metrics that exist', run: queries },
  { name: 'dashboards', run: dashboards },
  { name: 'runbooks of alerts', run: runbooks },
  { name: 'who is told of alerts (amtool)', run: routes },
  { name: 'collector and data sources', run: collector },
];
