import { now } from './clock.ts';

let last = 0;

/**
 * A UUIDv7: ids made here sort by time like those of the functions, and no two of this tab are of the same millisecond, so
 * that they sort as they were made. `crypto.randomUUID` would need a secure context, which a plain-http address in a
 * home network is not.
 */
export function newId(): string {
  last = Math.max(last + 1, Math.floor(now()));
  return idAt(last);
}

/** @param at milliseconds since 1970 */
export function idAt(at: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint32(0, Math.floor(at / 0x10000));
  new DataView(bytes.buffer).setUint16(4, at % 0x10000);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
