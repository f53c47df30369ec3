/** What is typed, upon what it was begun, and what of it was saved in between. */
export type Draft = { text: string; upon: string; saved?: string };

/** Spaces around it may be gone when it comes back. */
export const same = (one: string, other: string): boolean => one.trim() === other.trim();

/** Whether what is kept is what this draft knows of: nobody else has written. */
export const knows = ({ text, upon, saved = upon }: Draft, kept: string): boolean =>
  [text, upon, saved].some((known) => same(known, kept));

/** A draft as it was stored; null for what is none. */
export function readDraft(stored: string | null): Draft | null {
  try {
    const { text, upon, saved } = JSON.parse(stored ?? '');
    const known = typeof text === 'string' && typeof upon === 'string';
    return known ? { text, upon, ...(typeof saved === 'string' && { saved }) } : null;
  } catch {
    return null;
  }
}
