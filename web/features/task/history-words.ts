import type { HistoryEntry } from '@zerodo/domain/queries';

const verbs: Record<string, string> = {
  created: 'Created',
  updated: 'Changed',
  completed: 'Completed',
  reopened: 'Reopened',
  deleted: 'Deleted',
  restored: 'Restored',
};

const fields: Record<string, string> = {
  title: 'title',
  notes: 'notes',
  priority: 'priority',
  labels: 'labels',
  due: 'due date',
  recurrence: 'repetition',
  reminders: 'reminders',
  projectId: 'project',
  position: 'order',
};

/** "Created", "Changed title and due date": one line for `dev.zerodo.task.<verb>.v1`. */
export function historyInWords({ type, changed }: Pick<HistoryEntry, 'type' | 'changed'>): string {
  const verb = type.split('.')[3] ?? '';
  if (verb !== 'updated') return verbs[verb] ?? verb;
  const names = changed.flatMap((field) => fields[field] ?? []);
  const last = names.pop();
  if (!last) return 'Changed';
  return `Changed ${names.length > 0 ? `${names.join(', ')} and ` : ''}${last}`;
}
