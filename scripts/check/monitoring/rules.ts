import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../../tool.ts';
import { ask } from '../ask.ts';
import { type Findings, need } from '../check.ts';
import type { Asked } from './queries.ts';

const ruleShape = z.union([
  z.strictObject({
    alert: z.string().regex(/^[A-Z][A-Za-z]+$/),
    expr: z.string(),
    for: z.string().optional(),
    labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
    annotations: z.strictObject({ summary: z.string(), runbook_url: z.string() }),
  }),
  z.strictObject({
    record: z.string(),
    expr: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
]);
const rulesShape = z.object({
  groups: z.array(z.strictObject({ name: z.string(), interval: z.string(), rules: z.array(ruleShape) })),
});
const testsShape = z.looseObject({
  tests: z.array(
    z.looseObject({
      alert_rule_test: z.array(z.looseObject({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })),
    }),
  ),
});

export type WrittenRule = z.infer<typeof ruleShape>;
type WrittenAlert = Extract<WrittenRule, { alert: string }>;

const suffixes = { rules: '.rules.yaml', tests: '.tests.yaml' };

async function read(folder: string, suffix: string): Promise<unknown[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
  return Promise.all(names.map(async (name) => parse(await readFile(join(folder, name), 'utf8'))));
}

/** The rules of a folder, as they are written there. */
export async function readRules(folder: string): Promise<WrittenRule[]> {
  const files = await read(folder, suffixes.rules);
  return files.flatMap((file) => rulesShape.parse(file).groups.flatMap(({ rules }) => rules));
}

const alertsOf = (rules: WrittenRule[]): WrittenAlert[] => rules.filter((rule) => 'alert' in rule);

export const queriesOfRules = (rules: WrittenRule[]): Asked[] =>
  rules.map((rule) => ({ where: 'alert' in rule ? rule.alert : rule.record, query: rule.expr }));

/** What promtool says against the rules of a folder, and against what their tests expect. */
export async function judgeRules(folder: string): Promise<Findings> {
  const promtool = await need('promtool');
  const names = (await readdir(folder)).map((name) => join(folder, name));
  const rules = names.filter((name) => name.endsWith(suffixes.rules));
  const tests = names.filter((name) => name.endsWith(suffixes.tests));
  const asked = [
    ['check', 'rules', '--lint=all', '--lint-fatal', ...rules],
    ...tests.map((name) => ['test', 'rules', name]),
  ];
  const answers = await Promise.all(asked.map((args) => ask(promtool, args)));
  return answers
    .filter(({ status }) => status !== 0)
    .map(({ said, complained }) => `${said}${complained}`.trim());
}

/** Alerts that no test raises, or none keeps silent. */
export async function judgeTests(folder: string): Promise<Findings> {
  const files = await read(folder, suffixes.tests);
  const cases = files.flatMap((file) => testsShape.parse(file).tests.flatMap((test) => test.alert_rule_test));
  return alertsOf(await readRules(folder)).flatMap(({ alert }) => {
    const own = cases.filter(({ alertname }) => alertname === alert);
    return [
      ...(own.some(({ exp_alerts }) => exp_alerts.length > 0) ? [] : [`${alert}: no test raises it`]),
      ...(own.some(({ exp_alerts }) => exp_alerts.length === 0) ? [] : [`${alert}: no test keeps it silent`]),
    ];
  });
}

const parts = ['Means', 'People notice', 'Look at', 'Do'];

/** Alerts without a runbook that says what to do, and runbooks of alerts that are gone; `pages` are texts by their paths. */
export function judgeRunbooks(rules: WrittenRule[], pages: ReadonlyMap<string, string>): Findings {
  const alerts = alertsOf(rules);
  const linked = new Set(alerts.map(({ annotations }) => annotations.runbook_url));
  return [
    ...alerts.flatMap(({ alert, annotations, labels }) => {
      const page = pages.get(annotations.runbook_url);
      if (page === undefined) return [`${alert}: there is no ${annotations.runbook_url}`];
      const lacking = parts.filter((part) => !page.includes(`**${part}**`) && !page.includes(`## ${part}`));
      return [
        ...(page.startsWith(`# ${alert}\n`) ? [] : [`${annotations.runbook_url}: is not headed ${alert}`]),
        ...(page.includes(`\n${labels.severity}: `)
          ? []
          : [`${annotations.runbook_url}: does not say ${labels.severity}`]),
        ...lacking.map((part) => `${annotations.runbook_url}: does not say "${part}"`),
      ];
    }),
    ...[...pages.keys()].filter((path) => !linked.has(path)).map((path) => `${path}: no alert links it`),
  ];
}

export const runbookFolder = 'docs/how-to/runbooks';

/** Texts of runbooks by their paths. */
export async function readRunbooks(): Promise<Map<string, string>> {
  const folder = join(root, runbookFolder);
  const names = existsSync(folder) ? await readdir(folder) : [];
  const pages = names.filter((name) => name.endsWith('.md') && name !== 'README.md');
  return new Map(
    await Promise.all(
      pages.map(
        async (name) => [`${runbookFolder}/${name}`, await readFile(join(folder, name), 'utf8')] as const,
      ),
    ),
  );
}
