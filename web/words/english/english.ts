import { dates } from './dates.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { quickAdd } from './quick-add.ts';
import { tasks } from './tasks.ts';
import { waiting } from './waiting.ts';

/** What the page says in English; its shape is what every language has to say. */
export const english = {
  /** For Intl: where only the language is known. */
  locale: 'en-GB',
  dates,
  frame,
  tasks,
  quickAdd,
  errors,
  waiting,
};
