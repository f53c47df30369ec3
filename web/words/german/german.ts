import type { Words } from '../words.ts';
import { account, errors, notifications, series } from './account.ts';
import { board, calendar } from './calendar.ts';
import { dates } from './dates.ts';
import { filters } from './filters.ts';
import { frame } from './frame.ts';
import { palette } from './palette.ts';
import { labels, projects } from './projects.ts';
import { rule } from './rule.ts';
import { task } from './task.ts';
import { tasks } from './tasks.ts';
import { waiting } from './waiting.ts';

/** What the page says in German. */
export const german: Words = {
  locale: 'de-DE',
  dates,
  frame,
  tasks,
  task,
  rule,
  calendar,
  board,
  palette,
  projects,
  labels,
  filters,
  account,
  notifications,
  series,
  errors,
  waiting,
};
