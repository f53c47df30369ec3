/** What a table of schema.sql is made of, by name; each as the file says it. */
export type Table = {
  columns: Map<string, string>;
  /** Constraints and unique indexes: what they hold, by name. */
  constraints: Map<string, string>;
  policies: Set<string>;
};

/** The schema as the release of a moment finds it: functions/lib/store/schema.sql, as dump-schema.ts writes it. */
export type Schema = {
  tables: Map<string, Table>;
  /** Columns of views. */
  views: Map<string, Set<string>>;
  /** `name(arguments) RETURNS type`. */
  functions: Set<string>;
  /** `role may update on tasks`. */
  rights: Set<string>;
};

const word = String.raw`("[^"]+"|[\w.]+)`;

/** Reads schema.sql. */
export function readSchema(text: string): Schema {
  return {
    tables: new Map(
      [...text.matchAll(tableShape)].map(([, name, body]) => [name!, table(name!, body!, text)]),
    ),
    views: new Map(
      [...text.matchAll(/^create view (\S+) as\n[\s\S]*?^-- columns: (.*)$/gm)].map(([, name, columns]) => [
        name!,
        new Set(columns!.split(', ')),
      ]),
    ),
    functions: new Set(
      [...text.matchAll(/^CREATE OR REPLACE FUNCTION public\.([^\n]+)\n RETURNS ([^\n]+)$/gm)].map(
        ([, signature, type]) => `${signature} returns ${type}`,
      ),
    ),
    rights: new Set(
      [...text.matchAll(/^grant (.+) on (\S+) to (\S+);$/gm)].flatMap(([, rights, on, role]) =>
        rights!.split(', ').map((right) => `${role} may ${right} on ${on}`),
      ),
    ),
  };
}

const tableShape = /^create (?:unlogged )?table (\S+) \(\n([\s\S]*?)\n\);$/gm;

function table(name: string, body: string, text: string): Table {
  const lines = body.split(',\n').map((line) => line.trim());
  const columns = lines.filter((line) => !line.startsWith('constraint '));
  const full = name.includes('.') ? name : `public.${name}`;
  const unique = new RegExp(`^CREATE UNIQUE INDEX ${word} ON ${RegExp.escape(full)} USING (.*);$`, 'gm');
  const policy = new RegExp(`^create policy (.+?) on ${RegExp.escape(name)} for `, 'gm');
  return {
    columns: new Map(columns.map((line) => split(line))),
    constraints: new Map([
      ...lines.filter((line) => line.startsWith('constraint ')).map((line) => split(line.slice(11))),
      ...[...text.matchAll(unique)].map(([, index, held]) => [index!, `UNIQUE ${held}`] as const),
    ]),
    policies: new Set([...text.matchAll(policy)].map(([, policyName]) => policyName!)),
  };
}

/** A name, and what is said of it. */
function split(line: string): [string, string] {
  const [, name = line, rest = ''] = new RegExp(`^${word} (.*)$`, 's').exec(line) ?? [];
  return [name.replaceAll('"', ''), rest];
}
