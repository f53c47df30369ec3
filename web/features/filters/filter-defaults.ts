import { allOf } from '@zerodo/domain/all-of';
import type { FilterQuery } from '@zerodo/domain/filter';
import type { Defaults } from '../quick-add/defaults.ts';

/** What a task written in a filter gets so that it is found there: whatever the filter leaves no choice about. */
export function filterDefaults(query: FilterQuery, today: string): Defaults {
  const only = <T>(given: T | readonly T[] | undefined): T | undefined => {
    const all = allOf(given);
    return all.length === 1 ? all[0] : undefined;
  };
  const [projectId, label, priority] = [only(query.project), only(query.label), only(query.priority)];
  const isToday = only(query.due) === 'today' && !query.dueWithin;
  return {
    ...(projectId && { projectId }),
    ...(label && { label }),
    ...(priority && priority < 4 && { priority }),
    ...(isToday && { due: today }),
  };
}
