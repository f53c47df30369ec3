import type { Label } from '@zerodo/domain/label';
import type { Project } from '@zerodo/domain/project';
import { LabelMark } from '../labels/label-mark.tsx';
import { ProjectMark } from '../projects/project-mark.tsx';
import type { Choice } from './condition-chip.tsx';
import { type ConditionName, type ConditionWords, daysInWords } from './condition-words.ts';
import { type Conditions, tidy } from './conditions.ts';

const spans = [3, 7, 14, 30];
const within = (days: number): string => `within-${days}`;
const match = 'match-all';
const labelled = (name: string): string => `label-${name}`;
const groups = ['overdue', 'today', 'upcoming', 'none'] as const;

type Known = { projects: readonly Project[]; labels: readonly Label[]; words: ConditionWords };

/** What a condition can be narrowed to; the value of "any" is empty. */
export function choicesOf(
  name: ConditionName,
  asked: Conditions,
  { projects, labels, words }: Known,
): Choice[] {
  const { filters: said, tasks, frame } = words;
  switch (name) {
    case 'due': {
      const days = [...new Set([...spans, ...(asked.dueWithin ? [asked.dueWithin] : [])])];
      const ahead = days.sort((one, other) => one - other);
      return [
        ...groups.slice(0, 2).map((value) => ({ value, label: said.due[value] })),
        ...ahead.map((count) => ({ value: within(count), label: said.within(count) })),
        ...groups.slice(2).map((value) => ({ value, label: said.due[value] })),
        ...(asked.dueFrom || asked.dueTo ? [{ value: 'between', label: daysInWords(asked, words) }] : []),
      ];
    }
    case 'priority':
      return tasks.priorities.map((label, index) => ({ value: String(index + 1), label }));
    case 'label': {
      const known = labels.map(({ name: label, color }) => ({ label, color }));
      const gone = (asked.label ?? []).filter((one) => !labels.some((label) => label.name === one));
      return [
        ...[...known, ...gone.map((label) => ({ label, color: null }))].map(({ label, color }) => ({
          value: labelled(label),
          label,
          mark: <LabelMark color={color} className="size-4" />,
        })),
        ...((asked.label?.length ?? 0) > 1 ? [{ value: match, label: said.allLabels }] : []),
      ];
    }
    case 'project': {
      const gone = (asked.project ?? []).filter((id) => !projects.some((project) => project.id === id));
      return [
        ...projects
          .filter(({ id, archivedAt }) => !archivedAt || asked.project?.includes(id))
          .map(({ id, name: label, color, isInbox }) => ({
            value: id,
            label: isInbox ? frame.views.inbox : label,
            mark: <ProjectMark color={color} className="size-2.5" />,
          })),
        ...gone.map((value) => ({ value, label: said.projectGone })),
      ];
    }
    case 'status':
      return [any(said.status.any), ...pairs({ open: said.status.open, completed: said.status.completed })];
    case 'recurring':
      return [any(said.recurring.any), ...pairs({ yes: said.recurring.yes, no: said.recurring.no })];
    case 'assignee': {
      const { assignee } = asked;
      const other =
        assignee && assignee !== 'me' && assignee !== 'nobody' ? { [assignee]: said.assignee.other } : {};
      const { me, nobody } = said.assignee;
      return [any(said.assignee.any), ...pairs({ me, nobody, ...other })];
    }
    case 'sort':
      return [any(said.sort.any), ...pairs({ due: said.sort.due, created: said.sort.created })];
  }
}

const any = (label: string): Choice => ({ value: '', label });
const pairs = (all: Record<string, string>): Choice[] =>
  Object.entries(all).map(([value, label]) => ({ value, label }));

/** The values of `choicesOf` that are chosen. */
export function chosenOf(name: ConditionName, asked: Conditions): string[] {
  const { due = [], dueWithin, dueFrom, dueTo, priority = [], label = [], labelMatch, project = [] } = asked;
  switch (name) {
    case 'due':
      return [...due, ...(dueWithin ? [within(dueWithin)] : []), ...(dueFrom || dueTo ? ['between'] : [])];
    case 'priority':
      return priority.map(String);
    case 'label':
      return [...label.map(labelled), ...(labelMatch === 'all' ? [match] : [])];
    case 'project':
      return project;
    default:
      return asked[name] ? [asked[name]] : [];
  }
}

/** What is asked for once these values are chosen; of several spans of days the last holds. */
export function chosenFrom(name: ConditionName, asked: Conditions, values: readonly string[]): Conditions {
  const [value] = values;
  switch (name) {
    case 'due': {
      const { dueWithin: _w, dueFrom, dueTo, ...rest } = asked;
      const span = values.findLast((one) => one.startsWith('within-'));
      return tidy({
        ...rest,
        due: groups.filter((group) => values.includes(group)),
        ...(span && { dueWithin: Number(span.slice('within-'.length)) }),
        ...(values.includes('between') && { dueFrom, dueTo }),
      });
    }
    case 'priority':
      return tidy({ ...asked, priority: values.map(Number) });
    case 'label':
      return tidy({
        ...asked,
        label: values.filter((one) => one !== match).map((one) => one.slice('label-'.length)),
        labelMatch: values.includes(match) ? 'all' : undefined,
      });
    case 'project':
      return tidy({ ...asked, project: [...values] });
    default:
      return tidy({ ...asked, [name]: value });
  }
}
