import * as z from 'zod';

/** One value or several of them; in an address each stands by itself: `label=home&label=work`. */
export const several = <T extends z.ZodType>(one: T, most: number) =>
  z.union([one, z.array(one).min(1).max(most)]);

/** Whether a parameter may stand more than once in an address. */
export function mayRepeat(parameter: z.ZodType | undefined): boolean {
  if (parameter instanceof z.ZodOptional) return mayRepeat(parameter.unwrap() as z.ZodType);
  return parameter instanceof z.ZodUnion && parameter.options.some((option) => option instanceof z.ZodArray);
}
