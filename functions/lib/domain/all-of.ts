/** All the values, however many were given. Apart from what reads them, so that the page can use it without zod. */
export const allOf = <T>(given: T | readonly T[] | undefined): T[] =>
  given === undefined ? [] : ([given].flat() as T[]);
