/** As zod writes it: what is not named here says nothing about which values fit. */
export type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  pattern?: string;
  [bound: string]: unknown;
};

const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];

/**
 * What a changed schema does to those who have read or written events by the one before: events of a topic are read again for as
 * long as they are kept, and others read them too. A field more that may be absent, a wider type and another word in an enum are no break.
 *
 * @returns a sentence for each break; none when events of both can be read by either's readers
 */
export function breaksOf(before: Schema, after: Schema, at = 'data'): string[] {
  const choices = alternatives(after);
  return alternatives(before).flatMap((one) => {
    // A value of this kind has to fit one of the kinds there are now; the nearest says best what is wrong.
    const tries = choices.map((choice) => breaksOfOne(one, choice, at));
    return tries.reduce((best, next) => (next.length < best.length ? next : best));
  });
}

const alternatives = (schema: Schema): Schema[] => schema.anyOf?.flatMap(alternatives) ?? [schema];

function breaksOfOne(before: Schema, after: Schema, at: string): string[] {
  const lost = [...kinds(before)].filter((kind) => !fitsKind(kind, kinds(after)));
  if (lost.length > 0 && kinds(after).size > 0) return [`${at} may no longer be ${lost.join(' or ')}`];
  return [
    ...lostValues(before, after, at),
    ...narrowed(before, after, at),
    ...fields(before, after, at),
    ...(before.items && after.items ? breaksOf(before.items, after.items, `${at}[]`) : []),
  ];
}

const kinds = ({ type }: Schema): Set<string> => new Set([type ?? []].flat());
const fitsKind = (kind: string, allowed: Set<string>): boolean =>
  allowed.has(kind) || (kind === 'integer' && allowed.has('number'));

const valuesOf = (schema: Schema): unknown[] | undefined =>
  'const' in schema ? [schema.const] : schema.enum;

function lostValues(before: Schema, after: Schema, at: string): string[] {
  const allowed = valuesOf(after);
  if (!allowed) return [];
  const had = valuesOf(before);
  if (!had) return [`${at} may now only be ${allowed.join(', ')}`];
  const lost = had.filter((value) => !allowed.includes(value));
  return lost.length > 0 ? [`${at} may no longer be ${lost.map(String).join(', ')}`] : [];
}

function narrowed(before: Schema, after: Schema, at: string): string[] {
  const tighter = (name: string, isTighter: (had: number, has: number) => boolean): string[] => {
    const [had, has] = [before[name], after[name]];
    if (typeof has !== 'number') return [];
    return typeof had !== 'number' || isTighter(had, has) ? [`${at} has another ${name}, ${has}`] : [];
  };
  return [
    ...lower.flatMap((name) => tighter(name, (had, has) => has > had)),
    ...upper.flatMap((name) => tighter(name, (had, has) => has < had)),
    ...(after.pattern !== undefined && after.pattern !== before.pattern
      ? [`${at} has to match another pattern`]
      : []),
  ];
}

function fields(before: Schema, after: Schema, at: string): string[] {
  if (!before.properties) return [];
  const now = after.properties ?? {};
  const [had, has] = [new Set(before.required), new Set(after.required)];
  const removed = Object.keys(before.properties).filter((name) => !(name in now));
  const needed = [...has].filter((name) => !had.has(name));
  const left = [...had].filter((name) => name in now && !has.has(name));
  const kept = Object.entries(before.properties).filter(([name]) => name in now);
  return [
    ...removed.map((name) => `${at}.${name} is gone`),
    ...needed.map((name) => `${at}.${name} has to be there now`),
    ...left.map((name) => `${at}.${name} may be absent now`),
    ...kept.flatMap(([name, schema]) => breaksOf(schema, now[name] as Schema, `${at}.${name}`)),
  ];
}
