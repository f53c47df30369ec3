import { z } from 'zod';
import { functionDefaults, functionValues } from './functions.ts';
import { gateway, ingress, migrate, monitoring, networkPolicy, rbac, verify, web } from './outside.ts';
import { delivery, externalSecrets, image, kafka, postgres, secrets, serving, settings } from './platform.ts';
import { name } from './words.ts';

/** The values of the chart, closed: helm/zerodo/values.schema.json and docs/reference/values.md are made of it. */
export const values = z.strictObject({
  production: z
    .boolean()
    .describe(
      'Refuses what is fit for a trial only: traffic that is not encrypted, an address without https, images without a tag.',
    ),
  only: z.array(name).describe('A release with these functions alone, beside the one that has the rest.'),
  except: z.array(name).describe('Functions that are not part of this release.'),
  confirmRename: z
    .array(name)
    .describe(
      'Names that may read a topic although `files/consumers.yaml` does not list them, or that may go.',
    ),
  checkCluster: z.boolean().describe('Refuse to install where the cluster lacks a kind that is needed.'),
  image,
  publicUrl: z.url().describe('Where people reach this installation.'),
  settings,
  secrets,
  externalSecrets,
  postgres,
  kafka,
  delivery,
  serving,
  functionDefaults: functionDefaults.describe('What holds for every function that does not say otherwise.'),
  functions: z
    .record(
      name,
      functionValues.describe('A function; its name is a folder, an image, a Service and a consumer group.'),
    )
    .describe(
      'Every function: the only place that says what wakes it, how long it may take, what it reaches and how far it scales.',
    ),
  web,
  migrate,
  verify,
  gateway,
  ingress,
  networkPolicy,
  rbac,
  monitoring,
});
