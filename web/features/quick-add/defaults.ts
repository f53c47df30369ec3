import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import type { Place } from '../navigation/place.ts';

/** What a new task gets where its words do not say it: it depends on where it is written. */
export type Defaults = {
  projectId?: string;
  section?: string;
  label?: string;
  /** 1 (highest) to 4. */
  priority?: number;
  /** What it is a part of. */
  parentId?: string;
  /** YYYY-MM-DD. */
  due?: string;
  /** HH:MM, of that day. */
  time?: string;
};

/** What a place asks for: today is due today, a project's page adds to it, a label's page gives it. */
export function defaultsAt(place: Place, today: string): Defaults {
  switch (place.view) {
    case 'today':
      return { due: today };
    case 'project':
      return { projectId: place.id };
    case 'label':
      return { label: place.name };
    default:
      return {};
  }
}

/** Of the defaults those that the words leave open. */
export function openDefaults(defaults: Defaults, parsed: QuickAdd | undefined): Defaults {
  const { projectId, section, label, parentId, due, time, priority } = defaults;
  const said = { ...parsed };
  return {
    // A part is where its whole is.
    ...(projectId && (parentId || !said.project) && { projectId }),
    ...(parentId && { parentId }),
    ...(section && !said.project && !said.section && { section }),
    ...(label && !said.labels?.includes(label) && { label }),
    ...(priority && (said.priority ?? 4) === 4 && { priority }),
    ...(due && !said.due && { due }),
    ...(time && !said.due && { time }),
  };
}
