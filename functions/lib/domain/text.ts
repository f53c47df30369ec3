import * as z from 'zod';

/** Words of a person: PostgreSQL keeps no NUL, and half of a surrogate pair is no character. */
export const text = z
  .string()
  .refine(
    (words) => !words.includes('\0') && words.isWellFormed(),
    'has a character that cannot be kept (NUL or half of a surrogate pair): remove it',
  );
