import { parse } from 'yaml';
import { z } from 'zod';

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const permissions = z.union([z.string(), z.record(z.string(), z.string())]);
const concurrency = z.looseObject({ group: z.string() });

/** A job has steps, or calls another workflow. */
const job = z.looseObject({
  uses: z.string().optional(),
  permissions: permissions.optional(),
  'timeout-minutes': z.unknown().optional(),
  steps: z.array(step).default([]),
});

const workflowShape = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  jobs: z.record(z.string(), job),
});

/** A file of .github/workflows, as far as our rules look at it. */
export type Workflow = {
  name: string;
  text: string;
  on: string[];
  permissions?: z.infer<typeof permissions>;
  concurrency?: z.infer<typeof concurrency>;
  jobs: [name: string, job: z.infer<typeof job>][];
};

/** @throws ZodError where the file is no workflow */
export function readWorkflow(name: string, text: string): Workflow {
  const { on, jobs, permissions, concurrency } = workflowShape.parse(parse(text));
  return {
    name,
    text,
    on: Object.keys(on),
    jobs: Object.entries(jobs),
    ...(permissions !== undefined && { permissions }),
    ...(concurrency && { concurrency }),
  };
}
