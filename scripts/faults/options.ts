import { readArgs } from '../read-args.ts';
import { Complaint } from '../start/complaint.ts';
import { type FaultKind, kinds } from './faults/kinds.ts';
import { type PlantName, plants } from './plants/plants.ts';

export type RunOptions = {
  /** What people do until it is over. */
  operations: number;
  faults: number;
  seed: string;
  /** Which faults there may be; all kinds unless said otherwise. */
  among?: FaultKind[];
  /** A bug that the functions of this run have: the run is right when it finds it. */
  plant?: PlantName;
};

const known = {
  operations: { type: 'string' },
  faults: { type: 'string' },
  seed: { type: 'string' },
  among: { type: 'string' },
  plant: { type: 'string' },
} as const;

/** One fault for each so many operations, when nothing is said. */
const operationsAFault = 200;

/** @throws Complaint about an option that does not exist or a value that makes no sense */
export function readOptions(args: string[]): RunOptions {
  const { values } = readArgs({ args, options: known }, 'See docs/how-to/try-faults.md.');
  const operations = count('operations', values.operations ?? '1000', 1);
  const plant = values.plant === undefined ? undefined : bug(values.plant);
  const among = values.among?.split(',').map(kind) ?? (plant && [...plants[plant].among]);
  return {
    operations,
    faults: count('faults', values.faults ?? String(Math.ceil(operations / operationsAFault)), 0),
    seed: seed(values.seed ?? String(Date.now() % 1_000_000)),
    ...(among && { among }),
    ...(plant && { plant }),
  };
}

/** Part of addresses and keys. */
function seed(words: string): string {
  if (/^[a-z0-9-]{1,20}$/.test(words)) return words;
  throw new Complaint(`--seed is "${words}", but it is 1 to 20 small letters, digits and hyphens.`);
}

function kind(name: string): FaultKind {
  if (Object.hasOwn(kinds, name)) return name as FaultKind;
  throw new Complaint(`There is no fault "${name}"; there are ${Object.keys(kinds).join(', ')}.`);
}

function bug(name: string): PlantName {
  if (Object.hasOwn(plants, name)) return name as PlantName;
  throw new Complaint(`There is no bug "${name}" to plant; there are ${Object.keys(plants).join(', ')}.`);
}

function count(name: string, value: string, least: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Complaint(`--${name} is "${value}", but it is a whole number from ${least} on.`);
}
