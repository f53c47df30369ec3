import { Rejected } from '../rejected.ts';
import type { Range } from './tokens.ts';

/**
 * What is left of the text when everything understood is taken out.
 *
 * @throws Rejected `empty-title`
 */
export function titleOf(text: string, understood: readonly Range[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of understood) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  rest += text.slice(at);
  let title = rest
    .replace(/\\(?=[#@+/!{])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (understood.length > 0) title = withoutLooseMarks(title);
  if (title === '') throw new Rejected('empty-title', 'A task needs a title: write what is to be done.');
  return title;
}

/** Commas and brackets that held what was taken out. */
const withoutLooseMarks = (title: string): string =>
  title
    .replace(/\( ?\)/g, '')
    .replace(/ +([,;.!?])(?=[\s,;.!?]|$)/g, '$1')
    .replace(/^[,;:.–-]+(?= |$)/, '')
    .replace(/ [–-]$|[,;:]+$/, '')
    .replace(/ {2,}/g, ' ')
    .trim();
