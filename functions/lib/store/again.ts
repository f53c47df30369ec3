/**
 * For a statement that locks with `nowait` what others may hold who wait for us: the transaction begins again at once,
 * where waiting would be a circle that Postgres breaks after a second.
 */
export function orAgain(error: unknown): never {
  if ((error as { code?: unknown }).code !== '55P03') throw error;
  throw Object.assign(new Error('somebody else holds what is needed'), { code: '40001', cause: error });
}
