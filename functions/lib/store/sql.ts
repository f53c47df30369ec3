import postgres from 'postgres';
import { addressOf } from './address.ts';

export type Sql = postgres.Sql<{ bigint: number; textArray: string[] }>;
export type Tx = postgres.TransactionSql<{ bigint: number; textArray: string[] }>;

/** Columns become camelCase; what is inside jsonb stays as it was written. */
const column = { from: postgres.toCamel, to: postgres.fromCamel };

const asIs = (value: string): string => value;

/**
 * Dates and times stay the wall-clock words they are; positions are far below 2^53. Arrays of text
 * are named here so that a new connection need not ask the server for its types (2 ms of a start).
 */
const types = {
  date: { to: 1082, from: [1082], serialize: asIs, parse: asIs },
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
  textArray: { to: 1009, from: [1009], serialize: textArrayLiteral, parse: parseTextArray },
};

function textArrayLiteral(values: string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

function parseTextArray(literal: string): string[] {
  const items = literal.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,]+/gs) ?? [];
  return items.map((item) => (item[0] === '"' ? item.slice(1, -1).replace(/\\(.)/gs, '$1') : item));
}

/**
 * `max` connections at most, opened on demand and closed after `idleSeconds` without work. A `url` may name the folder of a Unix socket, as
 * libpq has it: `postgres://user:password@localhost:5432/zerodo?host=/run/postgresql`.
 */
export function connect(named: string, { max = 10, idleSeconds = 20, prepare = true } = {}): Sql {
  const { url, ...address } = addressOf(named);
  return postgres(url, {
    ...address,
    max,
    prepare,
    idle_timeout: idleSeconds,
    fetch_types: false,
    transform: { column },
    types,
    onnotice: () => {},
  }) as unknown as Sql;
}
