import { writeDocument } from '@zerodo/domain/exported';
import { calendarFeed, exportTasks } from '@zerodo/domain/import';
import { preferences } from '@zerodo/domain/preferences';
import { Document } from '@zerodo/runtime/document';
import { defineQuery } from '@zerodo/runtime/query';
import { readExport } from '@zerodo/store/export';

/** Everything a person owns, as a file. The formats are loaded by the first who asks for them. */
export const exportQuery = defineQuery({
  name: 'export-tasks',
  accepts: exportTasks,
  async handle({ format }, { tx, userId }) {
    const { ids, ...exported } = await readExport(tx, userId, 'owned');
    if (format === 'csv') {
      const { writeCsv } = await import('./csv.ts');
      return new Document('text/csv; charset=utf-8', writeCsv(exported), 'zerodo.csv');
    }
    if (format === 'ics') {
      const { writeIcalendar } = await import('./icalendar.ts');
      const text = writeIcalendar({ ...exported, ids }, { components: 'todos' });
      return new Document('text/calendar; charset=utf-8', text, 'zerodo.ics');
    }
    const { timezone, ...chosen } = exported.preferences;
    // In one order of fields, wherever they were kept.
    const settled = { timezone, ...preferences.parse(chosen) };
    return new Document(
      'application/json',
      writeDocument({ ...exported, preferences: settled }),
      'zerodo.json',
    );
  },
});

/** What is open and due in all that a person belongs to, for a calendar program that asks again and again. */
export const calendarQuery = defineQuery({
  name: 'calendar-feed',
  accepts: calendarFeed,
  scope: 'calendar',
  async handle({ components }, { tx, userId }) {
    const { writeIcalendar } = await import('./icalendar.ts');
    const exported = await readExport(tx, userId, 'calendar');
    return new Document('text/calendar; charset=utf-8', writeIcalendar(exported, { components }));
  },
});
