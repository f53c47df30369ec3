import type { HistoryEntry } from '@zerodo/domain/queries';
import type { Words } from '../../words/words.ts';

/** "Created", "Changed title and due date": one line for `dev.zerodo.task.<verb>.v1`. */
export function historyInWords(
  { type, changed }: Pick<HistoryEntry, 'type' | 'changed'>,
  { task: words }: Words,
): string {
  const verb = type.split('.')[3] ?? '';
  if (verb !== 'updated') return words.verbs[verb as keyof Words['task']['verbs']] ?? verb;
  const names = changed.flatMap((field) => words.fields[field as keyof Words['task']['fields']] ?? []);
  const last = names.pop();
  if (!last) return words.verbs.updated;
  return words.changedFields(names.length > 0 ? `${names.join(', ')} ${words.and} ${last}` : last);
}
