import { renderDashboards } from '../../monitoring/grafana/render.ts';
import { renderSlos } from '../../monitoring/rules/reference.ts';
import { renderRuleObjects, renderRules } from '../../monitoring/rules/render.ts';
import { functions } from '../render/functions.ts';
import { renderManifests } from '../render/manifests.ts';
import { renderTopology } from '../render/topology.ts';
import { renderValuesSchema } from '../render/values/schema.ts';
import { renderAsyncApi } from '../render-events/asyncapi.ts';
import { renderExamples, renderSchemas } from '../render-events/main.ts';
import { renderLicences } from '../render-reference/licences.ts';
import { renderReference } from '../render-reference/main.ts';
import { renderMetrics } from '../render-reference/metrics.ts';
import { renderViews } from '../screenshots/render.ts';
import { renderSetupPages } from '../setup/pages.ts';
import { root } from '../tool.ts';
import { readTopics } from '../topics/catalogue.ts';
import { renderStrimzi } from '../topics/render.ts';
import { renderDatabaseSchema } from './database-schema.ts';

/** Writes files that are committed but made by a program. */
export type Generator = {
  /** Relative to the project. */
  folder: string;
  /** File names and their contents. */
  render: () => Promise<Record<string, string>> | Record<string, string>;
  /** The folder also holds files written by hand; else what is not rendered any more is removed. */
  shared?: true;
};

/** What helm makes of the chart; a machine without helm goes without them. */
export const manifestGenerators: Generator[] = [
  { folder: 'knative/local', render: () => renderManifests('local') },
  { folder: 'knative/production', render: () => renderManifests('production') },
];

export const generators: Generator[] = [
  { folder: 'helm/zerodo', render: renderValuesSchema, shared: true },
  ...manifestGenerators,
  { folder: 'kafka/events', render: renderSchemas },
  { folder: 'kafka/examples', render: renderExamples },
  {
    folder: 'kafka',
    render: async () => renderAsyncApi(await readTopics(root), functions),
    shared: true,
  },
  { folder: 'kafka/strimzi', render: () => renderStrimzi(functions), shared: true },
  { folder: 'docs/reference', render: renderReference, shared: true },
  { folder: 'docs/reference', render: renderLicences, shared: true },
  { folder: 'docs/reference', render: renderViews, shared: true },
  { folder: 'docs/reference', render: renderSlos, shared: true },
  { folder: 'monitoring', render: renderMetrics, shared: true },
  { folder: 'monitoring/prometheus', render: renderRules },
  { folder: 'monitoring/kubernetes/rules', render: renderRuleObjects },
  { folder: 'monitoring/grafana/dashboards', render: renderDashboards },
  { folder: 'docs/how-to', render: renderSetupPages, shared: true },
  { folder: 'functions/flow-query', render: () => renderTopology(functions), shared: true },
  { folder: 'functions/lib/store', render: renderDatabaseSchema, shared: true },
];
