import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { berlin, testImport } from './testing.ts';

describe('iCalendar (VTODO)', () => {
  const { after, database, exported, send } = testImport();
  const file = [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Test//EN',
      'BEGIN:VTIMEZONE',
      'TZID:Somewhere',
      'BEGIN:STANDARD',
    ],
    ...['DTSTART:19700101T000000', 'TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500', 'END:STANDARD', 'END:VTIMEZONE'],
    ...['BEGIN:VTODO', 'UID:1', 'SUMMARY:Rent', 'DTSTART;TZID=Europe/Berlin:20261231T090000'],
    ...['DUE;TZID=Europe/Berlin:20261231T090000', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31', 'PRIORITY:3'],
    ...['EXDATE;TZID=Europe/Berlin:20270131T090000', 'CATEGORIES:home,money', 'CATEGORIES:dear'],
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER;RELATED=END:-PT30M', 'END:VALARM'],
    ...[
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER;VALUE=DATE-TIME:20261230T080000Z',
      'END:VALARM',
      'END:VTODO',
    ],
    ...[
      'BEGIN:VTODO',
      'UID:2',
      'SUMMARY:A part that is long enough to be folded in the middle of the lin',
      ' e',
    ],
    ...['DUE;VALUE=DATE:20261224', 'RELATED-TO:1', 'DESCRIPTION:One\\nTwo\\, three', 'END:VTODO'],
    ...[
      'BEGIN:VTODO',
      'UID:3',
      'SUMMARY:Done',
      'STATUS:COMPLETED',
      'COMPLETED:20260203T100000Z',
      'END:VTODO',
    ],
    ...['BEGIN:VTODO', 'UID:4', 'SUMMARY:Floating', 'DUE:20261201T083000', 'END:VTODO'],
    ...['BEGIN:VTODO', 'UID:5', 'SUMMARY:Elsewhere', 'DUE;TZID=Somewhere:20261201T083000', 'END:VTODO'],
    ...['BEGIN:VTODO', 'UID:6', 'SUMMARY:In UTC', 'DTSTART:20261201T080000Z', 'DURATION:PT1H', 'END:VTODO'],
    ...['BEGIN:VTODO', 'UID:7', 'SUMMARY:Never due', 'BEGIN:VALARM', 'ACTION:DISPLAY'],
    ...['TRIGGER;VALUE=DATE-TIME:20261130T080000Z', 'END:VALARM', 'END:VTODO'],
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

  it('keeps rules word for word, zones, alarms, parts, categories and what is done', async () => {
    const { tasks } = await after(file);

    expect(tasks.get('Rent')).toMatchObject({
      due: { date: '2026-12-31', time: '09:00', timezone: berlin, floating: false },
      ...{ priority: 1, labels: ['home', 'money', 'dear'] },
      recurrence: { rrules: ['FREQ=MONTHLY;BYMONTHDAY=31'], mode: 'schedule' },
      reminders: [
        { type: 'before', minutes: 30 },
        { type: 'at', local: '2026-12-30T09:00', timezone: berlin },
      ],
    });
    const part = tasks.get('A part that is long enough to be folded in the middle of the line');
    expect(part).toMatchObject({
      ...{ due: { date: '2026-12-24', time: null }, notes: 'One\nTwo, three' },
      parentId: tasks.get('Rent').id,
    });
    expect(tasks.get('Done')).toMatchObject({
      status: 'completed',
      completedAt: '2026-02-03T10:00:00.000Z',
    });
    expect(tasks.get('Floating').due).toEqual({
      date: '2026-12-01',
      time: '08:30',
      timezone: berlin,
      floating: true,
    });
    expect(tasks.get('Elsewhere').dueAt).toBe('2026-12-01T03:30:00.000Z');
    expect(tasks.get('In UTC').dueAt).toBe('2026-12-01T09:00:00.000Z');
    const [series] = await database.owner()`
      select exdates, dtstart from series where id = ${tasks.get('Rent').recurrence.seriesId}
    `;
    expect(series).toMatchObject({ exdates: ['2027-01-31T09:00'], dtstart: '2026-12-31T09:00' });
  });

  const calendar = (...todos: string[][]) =>
    [
      'BEGIN:VCALENDAR',
      ...todos.flatMap((lines) => ['BEGIN:VTODO', ...lines, 'END:VTODO']),
      'END:VCALENDAR',
      '',
    ].join('\r\n');
  const alarm = (trigger: string) => ['BEGIN:VALARM', 'ACTION:DISPLAY', trigger, 'END:VALARM'];

  it('counts alarms from what they are of, and keeps those that come after it', async () => {
    const { tasks } = await after(
      calendar(
        ['SUMMARY:After', 'DUE:20261201T100000Z', ...alarm('TRIGGER;RELATED=END:PT30M')],
        ['SUMMARY:Start', 'DTSTART:20261201T080000Z', 'DUE:20261201T100000Z', ...alarm('TRIGGER:-PT15M')],
        ['SUMMARY:Day', 'DUE;VALUE=DATE:20261201', ...alarm('TRIGGER:-P1D'), ...alarm('TRIGGER:PT9H')],
        [
          'SUMMARY:Never due',
          ...alarm('TRIGGER;VALUE=DATE-TIME:20261130T080000Z'),
          ...alarm('TRIGGER:-PT5M'),
        ],
      ),
    );
    const asked = (title: string) =>
      tasks
        .get(title)
        .reminders.map(({ minutes, local }: { minutes?: number; local?: string }) => minutes ?? local);

    expect(asked('After')).toEqual(['2026-12-01T11:30']);
    expect(asked('Start')).toEqual([135]);
    expect(asked('Day')).toEqual([1440, '2026-12-01T09:00']);
    expect(asked('Never due')).toEqual(['2026-11-30T09:00']);
  });

  it('has an occurrence once that stands by itself beside its rule', async () => {
    const zone = ';TZID=Europe/Berlin:2026120';
    const { tasks } = await after(
      calendar(
        ['UID:a', 'SUMMARY:Daily', `DTSTART${zone}2T090000`, 'RRULE:FREQ=DAILY'],
        ['UID:a', 'SUMMARY:Moved', `RECURRENCE-ID${zone}5T090000`, `DUE${zone}5T150000`],
      ),
    );

    expect(tasks.get('Moved')).toMatchObject({ recurrence: null, due: { time: '15:00' } });
    const [series] = await database.owner()`
      select exdates from series where id = ${tasks.get('Daily').recurrence.seriesId}
    `;
    expect(series!.exdates).toEqual(['2026-12-05T09:00']);
  });

  it('names the line of each to-do that cannot be read, and takes the others when asked to', async () => {
    const content = calendar(
      ['SUMMARY:Good', 'ESTIMATED-DURATION:P1DT2H'],
      ['SUMMARY:Rule', 'DUE:20261201T100000Z', 'RRULE:FREQ=SOMETIMES'],
      ['SUMMARY:Month 13', 'DUE:20261301T100000Z'],
      ['SUMMARY:Words', 'DUE:tomorrow'],
    ).replace('END:VCALENDAR', 'BEGIN:VTODO');

    const refused = await send(randomUUID(), { content });
    const taken = await send(randomUUID(), { content, partial: true });

    expect(refused.json.errors.map(({ path }: { path: string }) => path)).toEqual(['6', '11', '15', '19']);
    expect(taken.json).toMatchObject({ imported: { tasks: 1 }, skippedCount: 4 });
  });

  it('comes back from our own export as it was, but for what iCalendar has no word for', async () => {
    const { tasks, user } = await after(file);

    const { tasks: again } = await after(await exported(user, 'ics'));

    expect([...again.keys()].sort()).toEqual([...tasks.keys()].sort());
    for (const [
      title,
      { due, dueAt, notes, priority, labels, status, completedAt, recurrence, reminders },
    ] of tasks) {
      expect(again.get(title)).toMatchObject({
        due,
        dueAt,
        notes,
        priority,
        labels,
        status,
        completedAt,
        reminders,
      });
      expect(again.get(title).recurrence?.rrules).toEqual(recurrence?.rrules);
    }
  });
});
