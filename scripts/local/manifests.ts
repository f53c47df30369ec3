import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { filesOfClusters, kindsOfClusters } from './cluster-only.ts';
import * as schemas from './schemas.ts';

const kinds = {
  Service: schemas.service,
  Broker: schemas.broker,
  Trigger: schemas.trigger,
  KafkaSource: schemas.kafkaSource,
  PingSource: schemas.pingSource,
  KafkaSink: schemas.kafkaSink,
} as const;

type Kind = keyof typeof kinds;
type Of<K extends Kind> = z.infer<(typeof kinds)[K]>;

export type Manifests = {
  services: Of<'Service'>[];
  brokers: Of<'Broker'>[];
  triggers: Of<'Trigger'>[];
  kafkaSources: Of<'KafkaSource'>[];
  pingSources: Of<'PingSource'>[];
  kafkaSinks: Of<'KafkaSink'>[];
};

/** A manifest that this runner cannot do what it says; the message names the file, the object and the field. */
export class ManifestError extends Error {}

/** @throws ManifestError about the first thing that is not understood */
export async function readManifests(folder: string): Promise<Manifests> {
  const objects: { file: string; object: Of<Kind> }[] = [];
  const files = (await readdir(folder)).filter((entry) => entry.endsWith('.yaml'));
  for (const file of files.filter((entry) => !filesOfClusters.includes(entry)).sort()) {
    for (const object of parseManifests(file, await readFile(join(folder, file), 'utf8')))
      objects.push({ file, object });
  }
  return link(objects);
}

/** The objects of one file that mean something on one machine, each one understood as a whole. */
export function parseManifests(file: string, text: string): Of<Kind>[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors[0]) throw new ManifestError(`${file}: ${document.errors[0].message}`);
    return understand(file, document.toJS()) ?? [];
  });
}

function understand(file: string, raw: unknown): Of<Kind> | undefined {
  const head = z.object({ kind: z.string(), metadata: z.object({ name: z.string() }) }).safeParse(raw);
  if (!head.success) throw new ManifestError(`${file}: an object without kind or metadata.name`);
  const { kind, metadata } = head.data;
  if (kindsOfClusters.includes(kind)) return undefined;
  if (!Object.hasOwn(kinds, kind)) {
    throw new ManifestError(
      `${file}: ${kind} ${metadata.name}: this runner knows ${Object.keys(kinds).join(', ')}`,
    );
  }
  const result = kinds[kind as Kind].safeParse(raw);
  if (result.success) return result.data;
  throw new ManifestError(`${file}: ${kind} ${metadata.name}: ${explain(result.error.issues)}`);
}

/** The first thing that is wrong; a field that is not known before one that is missing, since it may be that one misspelt. */
function explain(issues: z.core.$ZodIssue[]): string {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? (issues[0] as z.core.$ZodIssue);
  const at = (path: PropertyKey[]) => path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${at([...issue.path, issue.keys[0] as string])} is not understood here`;
  if (issue.code === 'invalid_union')
    return `${at(issue.path)} is none of the forms that are understood here`;
  return `${at(issue.path)}: ${issue.message}`;
}

/** Sorts the objects by kind and refuses a reference to something that is not there. */
function link(objects: { file: string; object: Of<Kind> }[]): Manifests {
  const all = <K extends Kind>(kind: K) =>
    objects.flatMap(({ object }) => (object.kind === kind ? [object as Of<K>] : []));
  const seen = new Set<string>();
  for (const { file, object } of objects) {
    const key = `${object.kind} ${object.metadata.name}`;
    if (seen.has(key)) throw new ManifestError(`${file}: ${key} is there twice`);
    seen.add(key);
  }
  for (const { file, object } of objects) {
    for (const key of referencesOf(object)) {
      if (!seen.has(key))
        throw new ManifestError(`${file}: ${object.kind} ${object.metadata.name}: there is no ${key}`);
    }
  }
  return {
    services: all('Service'),
    brokers: all('Broker'),
    triggers: all('Trigger'),
    kafkaSources: all('KafkaSource'),
    pingSources: all('PingSource'),
    kafkaSinks: all('KafkaSink'),
  };
}

function referencesOf(object: Of<Kind>): string[] {
  switch (object.kind) {
    case 'Trigger':
      return [
        `Broker ${object.spec.broker}`,
        `Service ${object.spec.subscriber.ref.name}`,
        `KafkaSink ${object.spec.delivery.deadLetterSink.ref.name}`,
      ];
    case 'KafkaSource':
      return [
        `Service ${object.spec.sink.ref.name}`,
        `KafkaSink ${object.spec.delivery.deadLetterSink.ref.name}`,
      ];
    case 'PingSource':
      return [`Service ${object.spec.sink.ref.name}`];
    default:
      return [];
  }
}
