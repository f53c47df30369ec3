/** When a UUIDv7 was made (RFC 9562 5.7), in milliseconds since 1970; undefined for an id of another kind. */
export const timeOfId = (id: string): number | undefined =>
  id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
