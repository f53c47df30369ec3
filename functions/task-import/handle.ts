/**
 * Imports a file: our own JSON, CSV or iCalendar, or what Todoist or Vikunja exports. All of it or, with `partial`, what can be taken.
 *
 * in   dev.zerodo.command.import-tasks.v1
 * out  dev.zerodo.project.created.v1, .filter.created.v1, .series.created.v1, .task.created.v1
 */
import { type ImportAnswer, importTasks, type Skipped } from '@zerodo/domain/import';
import { checkImport } from '@zerodo/domain/import-checks';
import { planImport } from '@zerodo/domain/import-plan';
import { limits } from '@zerodo/domain/limits';
import { checkTimezone } from '@zerodo/domain/local-time';
import { Rejected } from '@zerodo/domain/rejected';
import { defineCommand } from '@zerodo/runtime/command';
import { addManySeries, addManyTasks } from '@zerodo/store/import';
import { knowPerson } from '@zerodo/store/people';
import { placeFilters } from './filters.ts';
import { placeLabels } from './labels.ts';
import { takePreferences } from './preferences.ts';
import { placeProjects } from './projects.ts';
import { readFile } from './read.ts';

/** So many of the rows that were left out are named. */
const named = 100;

export default defineCommand({
  name: 'task-import',
  accepts: importTasks,
  // As JSON a text may be twice as long: a file of nothing but quotes.
  bodyLimit: 2 * limits.importBytes + limits.bodyBytes,

  async handle({ data }, { tx, now: clock, newId, userId, person }) {
    if (data.timezone) checkTimezone(data.timezone);
    const now = clock();
    const known = await knowPerson(tx, person);
    const timezone = data.timezone ?? known.timezone;
    const read = readFile(data.content, data.format, { now, timezone, project: data.project });
    const { accepted, skipped } = checkImport(read);
    if (skipped.length > 0 && !data.partial) throw refused(skipped);

    await takePreferences(tx, accepted.preferences, userId, now);
    const by = { userId, timezone, quietHours: known.preferences.quietHours, now, newId };
    const projects = await placeProjects(tx, accepted.projects, by);
    const labels = await placeLabels(tx, accepted.labels, by);
    const filters = await placeFilters(tx, accepted.filters, projects, by);
    const { series, tasks, events } = planImport(accepted, projects, by);
    await addManySeries(tx, series);
    await addManyTasks(tx, tasks, by);

    const made = [...projects.values()].filter((project) => project.made);
    const answer: ImportAnswer = {
      imported: {
        ...{ tasks: tasks.length, series: series.length, projects: made.length, labels },
        filters: filters.length,
      },
      skipped: skipped.slice(0, named),
      skippedCount: skipped.length,
    };
    return { answer, events: [...events, ...filters] };
  },
});

function refused(skipped: readonly Skipped[]): Rejected {
  const [{ row, reason }] = skipped as [Skipped, ...Skipped[]];
  const more = skipped.length > 1 ? `, and ${skipped.length - 1} more` : '';
  return new Rejected(
    'import-row-invalid',
    `Row ${row}: ${reason}${more}. Nothing was imported: mend the file, or import it with partial=true.`,
    skipped.slice(0, named).map((one) => ({ path: String(one.row), message: one.reason })),
  );
}
