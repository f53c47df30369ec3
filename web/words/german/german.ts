import type { Words } from '../words.ts';
import { dates } from './dates.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { quickAdd } from './quick-add.ts';
import { tasks } from './tasks.ts';
import { waiting } from './waiting.ts';

/** What the page says in German. */
export const german: Words = {
  locale: 'de-DE',
  dates,
  frame,
  tasks,
  quickAdd,
  errors,
  waiting,
};
