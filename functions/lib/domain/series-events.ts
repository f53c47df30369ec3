import type { Change, OutgoingEvent } from './outgoing.ts';
import type { TextLanguage } from './recurrence.ts';
import { same } from './same.ts';
import { type Series, startOf, textOf } from './series.ts';
import type { SeriesState } from './series-schema.ts';

/** A series as everybody sees it, but for its open occurrence; its rule in English unless another language is asked for. */
export function stateOf(series: Series, language?: TextLanguage): SeriesState {
  const { rrules, mode, spawn, catchUp, exdates, rdates, state } = series;
  return {
    id: series.id,
    projectId: series.projectId,
    title: series.title,
    notes: series.notes,
    priority: series.priority,
    labels: series.labels,
    reminders: series.reminders,
    section: series.section,
    assigneeId: series.assigneeId,
    durationMinutes: series.durationMinutes,
    due: startOf(series),
    until: series.until,
    recurrence: { rrules, mode, spawn, catchUp, exdates, rdates, text: textOf(series, language) },
    status: state === 'finished' ? 'ended' : state,
    isActive: state === 'active',
    nextDueAt: series.nextDueAt,
    version: series.version,
    createdAt: series.createdAt,
    updatedAt: series.updatedAt,
  };
}

/** The fields of a state that others set apart from people. */
const stamps = new Set(['version', 'updatedAt']);

/** The fields in which two states differ. */
export const changedFields = (before: Series, after: Series): string[] => {
  const [old, fresh] = [stateOf(before), stateOf(after)];
  return (Object.keys(fresh) as (keyof SeriesState)[]).filter(
    (field) => !stamps.has(field) && !same(old[field], fresh[field]),
  );
};

/** Announces the new state of a series; without `before` all of it is new. */
export function seriesEvent(
  what: 'created' | 'updated' | 'ended' | 'deleted',
  series: Series,
  { actor, now, eventId, undoes }: Change,
  before?: Series,
): OutgoingEvent {
  const state = stateOf(series);
  const changed = before ? changedFields(before, series) : what === 'created' ? Object.keys(state) : [];
  return {
    id: eventId,
    type: `dev.zerodo.series.${what}.v1`,
    subject: series.id,
    time: now,
    userId: actor,
    projectId: series.projectId,
    recurring: true,
    data: { series: state, changed, actor, ...(undoes && { undoes }) },
  };
}

/** The series with some fields of a state that it had; the rest stays. */
export function withState(series: Series, state: SeriesState, fields: readonly string[]): Series {
  const { due, recurrence, status, text: _text, ...plain } = { ...state, text: '' };
  const next = { ...series };
  for (const field of fields) {
    if (field === 'due') {
      Object.assign(next, {
        dtstart: due.time === null ? due.date : `${due.date}T${due.time}`,
        allDay: due.time === null,
        timezone: due.timezone,
        floating: due.floating,
      });
    } else if (field === 'recurrence') {
      const { text: _words, ...rule } = recurrence;
      Object.assign(next, rule);
    } else if (field === 'status') next.state = status;
    else if (field !== 'isActive' && field !== 'id' && field in plain) {
      Object.assign(next, { [field]: plain[field as keyof typeof plain] });
    }
  }
  return next;
}
