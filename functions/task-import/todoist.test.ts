import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { berlin, testImport } from './testing.ts';

describe('Todoist (CSV)', () => {
  const { after, database, send } = testImport();
  const file = [
    'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG',
    'meta,view_style=list,,,,,,,,,,,,',
    'task,Buy milk @shop @urgent-one,"Two, fat",1,1,Ada (1),,,en,Europe/Berlin,,,,',
    'note,From the farm,,,,Ada (1),,,,,,,,',
    'section,Kitchen,,,,,,,,,,,,',
    'task,Clean,,4,1,Ada (1),,2026-12-05 10:00,en,Europe/Berlin,90,minute,2026-12-31,en',
    'task,Clean the oven,,3,2,Ada (1),,,en,Europe/Berlin,,,,',
    'task,Even the door,,2,3,Ada (1),,,en,Europe/Berlin,,,,',
    ',,,,,,,,,,,,,',
    'task,Stand-up,,4,1,Ada (1),,every monday at 9,en,Europe/Berlin,,,,',
    'task,Filter,,4,1,Ada (1),,every! 3 days,en,America/New_York,,,,',
    '',
  ].join('\r\n');

  it('keeps priorities, labels, notes, sections, subtasks, durations, deadlines and words for dates', async () => {
    const { tasks } = await after(file, { project: 'Household' });

    expect([...tasks.keys()].sort()).toEqual([
      'Buy milk',
      'Clean',
      'Clean the oven',
      'Even the door',
      'Filter',
      'Stand-up',
    ]);
    expect(tasks.get('Buy milk')).toMatchObject({
      ...{ priority: 1, labels: ['shop', 'urgent-one'], notes: 'Two, fat\n\nFrom the farm', section: null },
    });
    expect(tasks.get('Clean')).toMatchObject({
      ...{ section: 'Kitchen', durationMinutes: 90, deadline: '2026-12-31', parentId: null },
      due: { date: '2026-12-05', time: '10:00', timezone: berlin },
    });
    expect(tasks.get('Clean the oven')).toMatchObject({ parentId: tasks.get('Clean').id, priority: 3 });
    expect(tasks.get('Even the door')).toMatchObject({
      parentId: tasks.get('Clean the oven').id,
      priority: 2,
    });
    expect(tasks.get('Stand-up')).toMatchObject({
      due: { date: '2026-11-30', time: '09:00', timezone: berlin },
      recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=MO'], mode: 'schedule' },
    });
    expect(tasks.get('Filter')).toMatchObject({
      due: { timezone: 'America/New_York', time: null },
      recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'completion' },
    });
    const [project] = await database.owner()`
      select name, sections from projects where id = ${tasks.get('Clean').projectId}
    `;
    expect(project).toMatchObject({ name: 'Household', sections: ['Kitchen'] });
  });

  it('reads German dates, and begins anew with each section', async () => {
    const lines = [
      '\uFEFFTYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,DATE,DATE_LANG',
      'note,About the project,,,,,',
      'section,One,,,,,',
      'task,Whole,,,1,jeden Montag um 9,de',
      'task,Deep,,,4,alle! 3 Tage,de',
      'note,"Two',
      'lines",,,,,',
      'section,Two,,,,,',
      'task,Alone,,,2,1. Mai 2027,de',
    ];
    const { tasks } = await after(lines.join('\r\n'));

    expect(tasks.get('Whole').recurrence).toMatchObject({ rrules: ['FREQ=WEEKLY;BYDAY=MO'] });
    expect(tasks.get('Deep')).toMatchObject({
      ...{ parentId: tasks.get('Whole').id, notes: 'Two\r\nlines' },
      recurrence: { rrules: ['FREQ=DAILY;INTERVAL=3'], mode: 'completion' },
    });
    expect(tasks.get('Alone')).toMatchObject({ parentId: null, section: 'Two', due: { date: '2027-05-01' } });
  });

  it('names the row whose words for a date mean nothing', async () => {
    const bad =
      'TYPE,CONTENT,PRIORITY,INDENT,DATE\ntask,One,1,1,\ntask,Two,1,1,whenever it rains\ntask,Part,1,2,\n';
    const { json } = await send(randomUUID(), { content: bad });

    expect(json.errors).toMatchObject([
      { path: '3', message: 'DATE: “whenever it rains” is not understood' },
      { path: '4', message: expect.stringContaining('parent') },
    ]);
  });
});
