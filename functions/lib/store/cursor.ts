import { Rejected } from '@zerodo/domain/rejected';

/** A list in one order, and the type of what it is ordered by before the id. */
export type Ordered = { list: string; type: keyof typeof fits };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instant = /^(?!0000)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,6})?(Z|[+-](0\d|1[0-5])(:[0-5]\d){0,2})$/;

/** An instant as PostgreSQL writes one, with a `T`: what it could not read would be our fault. */
function isInstant(value: unknown): boolean {
  if (value === 'infinity' || value === '-infinity') return true;
  const [, wall] = instant.exec(String(value)) ?? [];
  // A day that no calendar has comes out as another one.
  return wall !== undefined && new Date(`${wall}Z`).toISOString().startsWith(wall);
}

const fits = {
  timestamptz: isInstant,
  'double precision': Number.isFinite,
  real: Number.isFinite,
  bigint: Number.isSafeInteger,
};

/** Where a page ended: the list, the sort value and the id of its last item, opaque to whoever carries it. */
export const toCursor = ({ list }: Ordered, value: string | number, id: string): string =>
  Buffer.from(JSON.stringify([list, value, id])).toString('base64url');

/** @throws Rejected `invalid-request` for what is no cursor of this list in this order */
export function fromCursor(
  { list, type }: Ordered,
  cursor: string | undefined,
): [value: string | number, id: string] | null {
  if (cursor === undefined) return null;
  try {
    const [of, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (of === list && fits[type](value) && uuid.test(id)) return [value, id];
  } catch {
    // Answered below, like every other text that we never gave out.
  }
  throw new Rejected(
    'invalid-request',
    'The cursor is not one that this list gave in this order: start without it.',
  );
}

/** Whether a cursor comes from the list of this name, as far as it tells. */
export function isCursorOf(list: string, cursor: string): boolean {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())[0] === list;
  } catch {
    return false;
  }
}
