import { expect, it } from 'vitest';
import { templateEdit } from './template-edit.ts';

it('asks about the following only where the series has what was changed', () => {
  expect(templateEdit({ title: 'a', deadline: null })).toEqual({ title: 'a' });
  expect(templateEdit({ reminders: [{ type: 'before', minutes: 5 }] })).toEqual({
    reminders: [{ type: 'before', minutes: 5 }],
  });
  expect(templateEdit({ reminders: [{ type: 'at', local: '2026-11-21T09:00' }] })).toBeNull();
  expect(templateEdit({ due: null })).toBeNull();
});
