import { describe, expect, it } from 'vitest';
import { passes } from './filter.ts';

const event = { type: 'dev.zerodo.task.completed.v1', subject: 'task-1', recurring: 'true' };

describe('the filters of a Trigger', () => {
  it('pass an event whose attributes are exactly those named', () => {
    expect(passes([{ exact: { type: event.type, recurring: 'true' } }], event)).toBe(true);
    expect(passes([{ exact: { type: event.type, recurring: 'false' } }], event)).toBe(false);
  });

  it('pass by the beginning and by the end of an attribute', () => {
    expect(passes([{ prefix: { type: 'dev.zerodo.task.' } }, { suffix: { type: '.v1' } }], event)).toBe(true);
    expect(passes([{ prefix: { type: 'dev.zerodo.series.' } }], event)).toBe(false);
    expect(passes([{ suffix: { type: '.v2' } }], event)).toBe(false);
  });

  it('all have to hold', () => {
    expect(passes([{ exact: { type: event.type } }, { exact: { recurring: 'false' } }], event)).toBe(false);
  });

  it('combine by all, any and not', () => {
    const completed = { exact: { type: event.type } };
    const shared = { exact: { shared: 'true' } };

    expect(passes([{ all: [completed, shared] }], event)).toBe(false);
    expect(passes([{ any: [completed, shared] }], event)).toBe(true);
    expect(passes([{ not: shared }], event)).toBe(true);
    expect(passes([{ not: { any: [completed, shared] } }], event)).toBe(false);
  });

  it('take an attribute that the event lacks for empty', () => {
    expect(passes([{ exact: { userid: 'u' } }], event)).toBe(false);
    expect(passes([{ not: { prefix: { userid: 'u' } } }], event)).toBe(true);
  });
});
