import { useWords } from '@/words/use-words.ts';
import { flow as english } from '../../words/english/flow.ts';
import { flow as german } from '../../words/german/flow.ts';

/**
 * What the flow page says. It comes with the page and not with everything else that is said, because only operators see
 * it.
 */
export const useFlowWords = (): typeof english => (useWords().locale.startsWith('de') ? german : english);
