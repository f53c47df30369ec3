import { Rejected } from '@zerodo/domain/rejected';

/** Where a page ended: the sort value and the id of its last item, opaque to whoever carries it. */
export const toCursor = (value: string | number, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** @throws Rejected `invalid-request` for what is no cursor of ours */
export function fromCursor(cursor: string | undefined): [value: string, id: string] | null {
  if (cursor === undefined) return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    if (/^[\w:.+-]+$/.test(String(value)) && /^[0-9a-f-]{36}$/.test(id)) return [String(value), id];
  } catch {
    // Answered below, like every other text that we never gave out.
  }
  throw new Rejected('invalid-request', 'The cursor is not one that this API gave: start without it.');
}
