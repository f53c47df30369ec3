/** A column as schema.sql says it: `text not null default ''::text`. */
type Column = { type: string; needed: boolean; makes: boolean; generated: boolean };

export function readColumn(said: string): Column {
  const [, type = said] = /^(.*?)(?: not null| default | generated |$)/.exec(said) ?? [];
  const generated = / generated always as /.test(said);
  return {
    type,
    needed: / not null/.test(said),
    makes: generated || / default /.test(said),
    generated,
  };
}

/** Types whose values are all values of the other, and read the same by our driver, of which a bigint is a number too. */
const wider: Record<string, string[]> = {
  smallint: ['integer', 'bigint'],
  integer: ['bigint'],
  real: ['double precision'],
};

/** Whether whoever writes and reads values of a type can go on with another. */
function fits(before: string, after: string): boolean {
  if (before === after || wider[before]?.includes(after)) return true;
  const [, length] = /^character varying\((\d+)\)$/.exec(before) ?? [];
  if (length === undefined && before !== 'character varying') return false;
  const [, room] = /^character varying\((\d+)\)$/.exec(after) ?? [];
  return after === 'text' || after === 'character varying' || Number(room) >= Number(length);
}

/** What a column that was there does to those who do not know that it has changed. */
export function columnBreaks(name: string, before: string, after: string): string[] {
  const [had, has] = [readColumn(before), readColumn(after)];
  return [
    ...(fits(had.type, has.type) ? [] : [`${name} is ${has.type} and was ${had.type}`]),
    ...(has.generated && !had.generated ? [`${name} is generated and was written`] : []),
    ...(has.needed && !had.needed ? [`${name} may no longer be null`] : []),
    ...(had.makes && had.needed && !has.makes && has.needed ? [`${name} has no default any more`] : []),
  ];
}
