import { readArgs } from '../read-args.ts';
import { Complaint } from '../start/complaint.ts';

export type Options = {
  /** Renders in place of doing something. */
  print: 'strimzi' | 'acls' | undefined;
  bootstrap: string | undefined;
  replicas: number | undefined;
  widen: boolean;
  dryRun: boolean;
};

const usage =
  'npm run topics -- --print strimzi|acls [--replicas N], or npm run topics -- --bootstrap HOST:PORT[,HOST:PORT] [--replicas N] [--widen] [--dry-run]';

/** @throws Complaint about an option that does not exist or a value that makes no sense */
export function readOptions(args: string[], env: Record<string, string | undefined>): Options {
  const { print, bootstrap = env.KAFKA_BROKERS, replicas, widen, 'dry-run': dryRun } = parsed(args);
  if (print !== undefined && print !== 'strimzi' && print !== 'acls') {
    throw new Complaint(`--print knows strimzi and acls, not "${print}".`);
  }
  if (!print && !bootstrap) throw new Complaint(`Say which Kafka: ${usage}.`);
  const count = replicas === undefined ? undefined : Number(replicas);
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new Complaint(`--replicas is "${replicas}", but a number of replicas is a whole number from 1.`);
  }
  return { print, bootstrap, replicas: count, widen: widen ?? false, dryRun: dryRun ?? false };
}

const parsed = (args: string[]) =>
  readArgs(
    {
      args,
      options: {
        print: { type: 'string' },
        bootstrap: { type: 'string' },
        replicas: { type: 'string' },
        widen: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
      },
    },
    `It is ${usage}.`,
  ).values;
