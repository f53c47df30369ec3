import { expect, it } from 'vitest';
import { templateEdit } from './template-edit.ts';

it('asks about the following only where the series has what was changed', () => {
  expect(templateEdit({ title: 'a', deadline: null }, null)).toEqual({ title: 'a' });
  expect(templateEdit({ reminders: [{ type: 'before', minutes: 5 }] }, null)).toEqual({
    reminders: [{ type: 'before', minutes: 5 }],
  });
  expect(templateEdit({ reminders: [{ type: 'at', local: '2026-11-21T09:00' }] }, null)).toBeNull();
  expect(templateEdit({ due: null }, null)).toBeNull();
  const due = { date: '2026-11-23', time: '09:00', timezone: 'UTC', floating: false };
  expect(templateEdit({ due: { ...due, time: '10:00' } }, due)).toEqual({ due: { time: '10:00' } });
  expect(templateEdit({ due: { ...due, date: '2026-11-24' } }, due)).toBeNull();
});
