import { z } from 'zod';
import type { Findings } from '../check.ts';
import type { Asked } from './queries.ts';

const panelShape = z.looseObject({
  id: z.int(),
  type: z.string(),
  title: z.string().min(1),
  gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
  datasource: z.object({ uid: z.string() }).optional(),
  targets: z.array(z.looseObject({ expr: z.string().min(1) })).default([]),
});

const dashboardShape = z.looseObject({
  uid: z.string().regex(/^zerodo-[a-z-]+$/),
  title: z.string(),
  panels: z.array(panelShape),
  templating: z.looseObject({
    list: z.array(z.looseObject({ name: z.string(), query: z.string() })).default([]),
  }),
});

export type Dashboard = z.infer<typeof dashboardShape>;

/** Dashboards by their file names. */
export const readDashboard = (text: string): Dashboard => dashboardShape.parse(JSON.parse(text));

/** Every query of PromQL on a dashboard, with the one that a choice is filled by. */
export function queriesOf({ title, panels, templating }: Dashboard): Asked[] {
  const chosen = templating.list.flatMap(({ name, query }) => {
    const [, series, label] = /^label_values\((.+), (\w+)\)$/.exec(query) ?? [];
    return [{ where: `${title}, choice ${name}`, query: `count by (${label}) (${series})` }];
  });
  const shown = panels
    .filter(({ datasource }) => datasource?.uid === 'prometheus')
    .flatMap((panel) =>
      panel.targets.map(({ expr }) => ({ where: `${title}, ${panel.title}`, query: expr })),
    );
  return [...chosen, ...shown];
}

const overlap = (one: Dashboard['panels'][number]['gridPos'], other: typeof one): boolean =>
  one.x < other.x + other.w &&
  other.x < one.x + one.w &&
  one.y < other.y + other.h &&
  other.y < one.y + one.h;

/** What is wrong with dashboards beside their queries; `sources` are the uids of the data sources that are provisioned. */
export function judgeDashboards(all: Dashboard[], sources: ReadonlySet<string>): Findings {
  const twice = all.filter(({ uid }, index) => all.findIndex((other) => other.uid === uid) < index);
  return [
    ...twice.map(({ title, uid }) => `${title}: another dashboard has the uid ${uid}`),
    ...all.flatMap(({ title, panels }) =>
      panels.flatMap((panel, index) => {
        const { gridPos, datasource, targets, type } = panel;
        const where = `${title}, ${panel.title}`;
        return [
          ...(type !== 'row' && targets.length === 0 ? [`${where}: shows nothing`] : []),
          ...(datasource && !sources.has(datasource.uid)
            ? [`${where}: there is no data source ${datasource.uid}`]
            : []),
          ...(gridPos.x + gridPos.w > 24 ? [`${where}: reaches over the edge`] : []),
          ...(panels.slice(0, index).some((other) => overlap(gridPos, other.gridPos))
            ? [`${where}: lies over another panel`]
            : []),
        ];
      }),
    ),
  ];
}
