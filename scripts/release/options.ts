import { readArgs } from '../read-args.ts';
import { Complaint } from '../start/complaint.ts';

export type Options = {
  /** `major`, `minor`, `patch`, or a version. */
  version: string;
  /** Do it; without this only say it. */
  yes: boolean;
  /** Where images and chart are pushed to from here, where no workflow does. */
  registry?: string;
};

const usage = 'npm run release -- minor [--yes]; docs/how-to/release.md';

/** @throws Complaint about what is not understood */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parsed(args);
  const [version, ...more] = positionals;
  if (version === undefined || more.length > 0)
    throw new Complaint(`Say which version comes next, patch, minor, major or its number: ${usage}`);
  const { yes, registry } = values;
  if (registry !== undefined && !/^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9._-]+)*$/.test(registry))
    throw new Complaint(
      `${registry} is no registry: it looks like registry.example.com/team, in small letters.`,
    );
  return { version, yes, ...(registry && { registry }) };
}

const parsed = (args: string[]) =>
  readArgs(
    {
      args,
      allowPositionals: true,
      options: { yes: { type: 'boolean', default: false }, registry: { type: 'string' } },
    },
    usage,
  );
