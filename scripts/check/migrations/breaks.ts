import { columnBreaks, readColumn } from './column.ts';
import type { Schema, Table } from './schema.ts';

/**
 * What a schema does to the release that knows the one before: while an upgrade is under way, and after it was rolled back, that
 * release runs on the new schema. More tables, columns that may be absent, wider types and rights more are no break.
 *
 * @returns a sentence for each break, the same for the same break
 */
export function schemaBreaks(before: Schema, after: Schema): string[] {
  return [
    ...[...before.tables].flatMap(([name, table]) => {
      const now = after.tables.get(name);
      return now ? tableBreaks(name, table, now) : [`${name} is gone`];
    }),
    ...[...before.views].flatMap(([name, columns]) => {
      const now = after.views.get(name);
      return now ? missing(columns, now).map((column) => `${name}.${column} is gone`) : [`${name} is gone`];
    }),
    ...missing(before.functions, after.functions).map((signature) => `${signature} is gone`),
    ...missing(before.rights, after.rights)
      .filter((right) => isThere(right.split(' on ')[1]!, after))
      .map((right) => right.replace(' may ', ' may no longer ')),
  ];
}

const isThere = (name: string, { tables, views }: Schema): boolean => tables.has(name) || views.has(name);

const missing = (had: Iterable<string>, has: ReadonlySet<string>): string[] =>
  [...had].filter((one) => !has.has(one));

function tableBreaks(name: string, before: Table, after: Table): string[] {
  const added = [...after.columns].filter(([column]) => !before.columns.has(column));
  return [
    ...[...before.columns].flatMap(([column, had]) => {
      const has = after.columns.get(column);
      return has === undefined ? [`${name}.${column} is gone`] : columnBreaks(`${name}.${column}`, had, has);
    }),
    ...added
      .filter(([, said]) => readColumn(said).needed && !readColumn(said).makes)
      .map(([column]) => `${name}.${column} has to be there now`),
    ...constraintBreaks(name, before, after),
    ...missing(before.policies, after.policies).map((policy) => `policy ${policy} on ${name} is gone`),
  ];
}

/** What is unique is also what `on conflict` names, so that it may not go; anything else that is held only may not come. */
function constraintBreaks(name: string, before: Table, after: Table): string[] {
  const gone = [...before.constraints]
    .filter(([, held]) => /^(UNIQUE|PRIMARY KEY)/.test(held))
    .filter(([, held]) => ![...after.constraints.values()].includes(held))
    .map(([constraint]) => `${constraint} on ${name} is gone`);
  const come = [...after.constraints]
    .filter(([constraint, held]) => {
      const had = before.constraints.get(constraint);
      return (
        ![...before.constraints.values()].includes(held) && !(had !== undefined && allowsMore(had, held))
      );
    })
    .filter(([, held]) => [...before.columns.keys()].some((column) => names(held, column)))
    .map(([constraint]) => `${constraint} on ${name} refuses what was taken`);
  return [...gone, ...come];
}

const names = (held: string, column: string): boolean =>
  new RegExp(`(?<![\\w'])${RegExp.escape(column)}(?![\\w'])`).test(held);

/** A list of words that has all it had. */
function allowsMore(before: string, after: string): boolean {
  const rest = (held: string) => held.replaceAll(/'[^']*'::text(, )?/g, '');
  const words = (held: string) => new Set(held.match(/'[^']*'/g));
  return (
    / = ANY \(ARRAY\[/.test(before) &&
    rest(before) === rest(after) &&
    missing(words(before), words(after)).length === 0
  );
}
