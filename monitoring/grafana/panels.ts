import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  type Panel,
  QueryVariableBuilder,
  RowBuilder,
  type RowPanel,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as HeatmapBuilder } from '@grafana/grafana-foundation-sdk/heatmap';
import { PanelBuilder as LogsBuilder } from '@grafana/grafana-foundation-sdk/logs';
import { DataqueryBuilder as LokiQuery } from '@grafana/grafana-foundation-sdk/loki';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as LinesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { Query } from './queries.ts';

/** Data sources by their uids, as monitoring/kubernetes/kube-prometheus-stack.yaml provisions them. */
const prometheus = { type: 'prometheus', uid: 'prometheus' };
const loki = { type: 'loki', uid: 'loki' };

type Build = { build: () => Panel };

const refIds = 'ABCDEFGH';
const target = ([expr, legend]: Query, index: number) =>
  new DataqueryBuilder().expr(expr).legendFormat(legend).refId(refIds[index]!);

/** Lines over time, three beside each other. Units are Grafana's: `s`, `percentunit`, `short`, `ops`, `bytes`. */
export function lines(title: string, unit: string, ...queries: Query[]): Build {
  return new LinesBuilder()
    .title(title)
    .datasource(prometheus)
    .unit(unit)
    .min(0)
    .fillOpacity(8)
    .height(8)
    .span(8)
    .targets(queries.map(target));
}

/** One number, red from the first bound on and yellow from the second: both are worse than what is well. */
export function number(
  title: string,
  unit: string,
  expr: string,
  worse?: [red: number, yellow: number],
): Build {
  const [red = 0, yellow = 0] = worse ?? [];
  const more = red > yellow;
  const steps = more
    ? [
        { value: null, color: 'green' },
        { value: yellow, color: 'yellow' },
        { value: red, color: 'red' },
      ]
    : [
        { value: null, color: 'red' },
        { value: red, color: 'yellow' },
        { value: yellow, color: 'green' },
      ];
  const panel = new StatBuilder()
    .title(title)
    .datasource(prometheus)
    .unit(unit)
    .noValue('–')
    .height(4)
    .span(4)
    .withTarget(target([expr, title], 0).instant());
  return panel.thresholds(
    new ThresholdsConfigBuilder()
      .mode(ThresholdsMode.Absolute)
      .steps(worse ? steps : [{ value: null, color: 'blue' }]),
  );
}

/** How a histogram changes over time. */
export function spread(title: string, unit: string, bucket: string): Build {
  return new HeatmapBuilder()
    .title(title)
    .datasource(prometheus)
    .unit(unit)
    .height(8)
    .span(8)
    .withTarget(
      target([`sum by (le) (increase(${bucket}[$__rate_interval]))`, '{{le}}'], 0).format(
        PromQueryFormat.Heatmap,
      ),
    );
}

/** Lines of the log, each with a link to its trace. */
export function logs(title: string, expr: string): Build {
  return new LogsBuilder()
    .title(title)
    .datasource(loki)
    .height(10)
    .span(24)
    .showTime(true)
    .enableLogDetails(true)
    .withTarget(new LokiQuery().expr(expr).refId('A'));
}

export type Page = {
  /** Its file and its address in Grafana. */
  name: string;
  title: string;
  /** What one looks for here. */
  about: string;
  /** A choice above the page: `$name` in queries. */
  choice?: { name: string; label: string; query: string; regex?: string };
  rows: Record<string, Build[]>;
};

/** A dashboard as Grafana reads it. */
export function dashboard({ name, title, about, choice, rows }: Page): object {
  const builder = new DashboardBuilder(`Zerodo / ${title}`)
    .uid(`zerodo-${name}`)
    .description(about)
    .tags(['zerodo'])
    .tooltip(DashboardCursorSync.Crosshair)
    .refresh('30s')
    .time({ from: 'now-3h', to: 'now' })
    .timezone('browser')
    .readonly()
    .link(
      new DashboardLinkBuilder('Zerodo')
        .type(DashboardLinkType.Dashboards)
        .tags(['zerodo'])
        .asDropdown(true)
        .keepTime(true),
    );
  if (choice) {
    builder.withVariable(
      new QueryVariableBuilder(choice.name)
        .label(choice.label)
        .datasource(prometheus)
        .query(choice.query)
        .regex(choice.regex ?? '')
        .refresh(VariableRefresh.OnTimeRangeChanged),
    );
  }
  for (const [row, panels] of Object.entries(rows)) {
    builder.withRow(new RowBuilder(row));
    for (const panel of panels) builder.withPanel(panel);
  }
  const built = builder.build();
  place(built.panels ?? []);
  return built;
}

/** Beside each other as far as they fit, those of one height; the builder would put the last of a line beyond the edge. */
function place(panels: (Panel | RowPanel)[]): void {
  let [x, y, height] = [0, 0, 0];
  for (const [index, panel] of panels.entries()) {
    const { w, h } = panel.gridPos ?? { w: 24, h: 1 };
    if (x + w > 24 || h !== height) [x, y] = [0, y + height];
    panel.id = index + 1;
    panel.gridPos = { x, y, w, h };
    [x, height] = [x + w, h];
  }
}
