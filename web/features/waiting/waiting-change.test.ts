import { describe, expect, it } from 'vitest';
import { aTask } from '../tasks/a-task.test-data.ts';
import { changes } from '../tasks/task-edit.ts';
import { laidOver, meets, typedIn } from './waiting-change.ts';

const before = aTask({ title: 'Buy milk', notes: 'two', version: 3 });

describe('a change that meets what somebody else has done', () => {
  const rename = changes.edit(before, { title: 'Buy oat milk' });

  it('is free where that was about something else', () => {
    expect(meets(rename, { ...before, notes: 'three', version: 4 })).toBe('free');
    expect(meets(changes.complete(before), { ...before, title: 'Buy tea', version: 4 })).toBe('free');
  });

  it('is done where they have done the same', () => {
    expect(meets(rename, { ...before, title: 'Buy oat milk', version: 4 })).toBe('done');
    expect(meets(changes.complete(before), { ...before, status: 'completed', version: 4 })).toBe('done');
  });

  it('is a conflict where they have changed the same otherwise', () => {
    expect(meets(rename, { ...before, title: 'Buy tea', version: 4 })).toBe('conflict');
  });

  it('is a conflict where it is about the whole task', () => {
    expect(meets(changes.remove(before), { ...before, notes: 'three', version: 4 })).toBe('conflict');
    expect(meets(changes.skip(before), { ...before, notes: 'three', version: 4 })).toBe('conflict');
  });

  it('is free where only time has passed since', () => {
    const reminder = { type: 'before', minutes: 30, fireAt: null, sentAt: null } as const;
    const remindful = { ...before, reminders: [{ ...reminder, state: 'planned' } as const] };
    const sent = { ...remindful, reminders: [{ ...reminder, state: 'sent' } as const], version: 4 };
    expect(meets(changes.edit(remindful, { reminders: [] }), sent)).toBe('free');
  });

  it('is not taken for done where only the answer would show it', () => {
    const remind = changes.edit(before, { reminders: [{ type: 'before', minutes: 30 }] });
    expect(meets(remind, { ...before, title: 'Buy tea', version: 4 })).toBe('free');
  });
});

describe('a task as it was read, with a change over it', () => {
  it('has the changed fields of the one and the others of the other', () => {
    const read = { ...before, notes: 'three', version: 4 };
    expect(laidOver(changes.edit(before, { title: 'Buy oat milk' }), read)).toEqual({
      ...read,
      title: 'Buy oat milk',
    });
  });

  it('is gone where the change takes it away, and there where the change makes it', () => {
    expect(laidOver(changes.remove(before), before)).toBeNull();
    expect(laidOver({ before: null, after: before, method: 'POST' }, undefined)).toBe(before);
  });
});

describe('what was typed for a change', () => {
  it('is the line of words, the title and the notes', () => {
    const line = { text: 'Buy milk tomorrow', ignored: [], defaults: {}, zone: 'Europe/Berlin', at: 0 };
    expect(typedIn({ line })).toBe('Buy milk tomorrow');
    expect(typedIn(changes.edit(before, { title: 'Buy tea', notes: 'green' }))).toBe('Buy tea\n\ngreen');
  });

  it('is nothing where something was only pressed', () => {
    expect(typedIn(changes.complete(before))).toBeNull();
    expect(typedIn(changes.edit(before, { priority: 1 }))).toBeNull();
  });
});
