import { v7 } from 'uuid';

/** UUIDv7, so that ids sort by time. */
export const newId = (): string => v7();
