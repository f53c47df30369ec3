/**
 * Milliseconds since some moment in the past, by a clock that nobody sets: for how long ago something was. Measured by the time of
 * day, a clock that is put back an hour would make everybody wait for an hour.
 */
export const elapsedMs = (): number => performance.now();
