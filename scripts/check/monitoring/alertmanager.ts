import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../../tool.ts';
import { ask } from '../ask.ts';
import { type Findings, need } from '../check.ts';

export const alertmanagerFile = join(root, 'monitoring', 'alertmanager', 'alertmanager.yaml');

/** Who has to be told of what: our own severities, and those of the rules that come with kube-prometheus-stack. */
const told: [labels: string[], receiver: string][] = [
  [['severity=page'], 'on-call'],
  [['severity=critical'], 'on-call'],
  [['severity=ticket'], 'tickets'],
  [['severity=warning'], 'tickets'],
  [['severity=info'], 'nobody'],
  [['alertname=Watchdog'], 'nobody'],
];

const shape = z.looseObject({
  inhibit_rules: z.array(
    z.looseObject({ source_matchers: z.array(z.string()), target_matchers: z.array(z.string()) }),
  ),
});

/** What amtool says against a configuration, and alerts that would be told to somebody else. */
export async function judgeRoutes(file: string): Promise<Findings> {
  const amtool = await need('amtool');
  const checked = await ask(amtool, ['check-config', file]);
  if (checked.status !== 0) return [`${checked.said}${checked.complained}`.trim()];
  const answers = await Promise.all(
    told.map(([labels, receiver]) =>
      ask(amtool, [
        'config',
        'routes',
        'test',
        `--config.file=${file}`,
        `--verify.receivers=${receiver}`,
        ...labels,
      ]),
    ),
  );
  return told.flatMap(([labels, receiver], index) => {
    const { status, said } = answers[index]!;
    return status === 0
      ? []
      : [`${labels.join(', ')} should be told to ${receiver}, and is told to ${said.split('\n')[0]}`];
  });
}

/** Alerts that are kept quiet, or keep others quiet, under a name that no alert has. */
export function judgeInhibitions(text: string, alerts: string[]): Findings {
  const { inhibit_rules } = shape.parse(parse(text));
  const matchers = inhibit_rules.flatMap((rule) => [...rule.source_matchers, ...rule.target_matchers]);
  return matchers.flatMap((matcher) => {
    const [, names] = /^alertname =~? "(.+)"$/.exec(matcher) ?? [];
    // From kube-prometheus-stack.
    const unknown = (names?.split('|') ?? []).filter(
      (name) => name !== 'InfoInhibitor' && !alerts.some((alert) => new RegExp(`^${name}$`).test(alert)),
    );
    return unknown.map((name) => `alertmanager.yaml: there is no alert ${name}`);
  });
}
