import { z } from 'zod';
import type { Findings } from '../check.ts';
import type { KubernetesObject } from '../renderings.ts';

const serviceShape = z.looseObject({
  kind: z.literal('Service'),
  metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
  spec: z.looseObject({ ports: z.array(z.looseObject({ port: z.int() })) }),
});

const sourceShape = z.looseObject({
  uid: z.string(),
  url: z.url(),
  jsonData: z.looseObject({
    derivedFields: z
      .array(
        z.strictObject({
          name: z.string(),
          matcherRegex: z.string(),
          datasourceUid: z.string(),
          url: z.literal('$${__value.raw}'),
          urlDisplayLabel: z.string(),
        }),
      )
      .optional(),
    tracesToLogsV2: z.looseObject({ datasourceUid: z.string() }).optional(),
  }),
});

const stackShape = z.looseObject({
  grafana: z.looseObject({ additionalDataSources: z.array(sourceShape) }),
});

/** Values of the chart kube-prometheus-stack, as far as they have to agree with what is beside them. */
export const readStack = (values: unknown) => stackShape.parse(values).grafana.additionalDataSources;

export type Source = ReturnType<typeof readStack>[number];

/** What is there without being written here: the operator makes it for every Prometheus. */
const operated = 'prometheus-operated.observability:9090';

/** `name.namespace:port` of every Service among objects, and of Prometheus. */
export const reachable = (objects: KubernetesObject[]): ReadonlySet<string> =>
  new Set([
    operated,
    ...objects.flatMap((object) => {
      const service = serviceShape.safeParse(object);
      if (!service.success) return [];
      const { metadata, spec } = service.data;
      return spec.ports.map(({ port }) => `${metadata.name}.${metadata.namespace}:${port}`);
    }),
  ]);

/** Uids of the data sources that Grafana is given; the chart gives Prometheus by itself. */
export const sourcesOf = (sources: Source[]): ReadonlySet<string> =>
  new Set(['prometheus', ...sources.map(({ uid }) => uid)]);

/** Data sources at addresses where nothing listens, and links to data sources that are not there. */
export function judgeSources(sources: Source[], services: ReadonlySet<string>): Findings {
  const uids = sourcesOf(sources);
  return sources.flatMap(({ uid, url, jsonData }) => {
    const links = [
      ...(jsonData.derivedFields ?? []),
      ...(jsonData.tracesToLogsV2 ? [jsonData.tracesToLogsV2] : []),
    ];
    return [
      ...(services.has(new URL(url).host) ? [] : [`data source ${uid}: nothing listens at ${url}`]),
      ...links
        .filter(({ datasourceUid }) => !uids.has(datasourceUid))
        .map(({ datasourceUid }) => `data source ${uid}: links to ${datasourceUid}, which is not there`),
    ];
  });
}
