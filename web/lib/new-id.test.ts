import { timeOfId } from '@zerodo/domain/id-time';
import { expect, it } from 'vitest';
import { idAt, newId } from './new-id.ts';

it('makes version 7 ids that sort by time', () => {
  const ids = [1_795_000_000_000, 1_795_000_000_001, 1_795_000_065_536].map(idAt);

  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
});

it('writes the time as RFC 9562 has it', () => {
  expect(idAt(1_645_557_742_000).slice(0, 13)).toBe('017f22e2-79b0');
  expect(timeOfId(idAt(1_645_557_742_000))).toBe(1_645_557_742_000);
});

it('makes ids that sort as they were made, however fast', () => {
  const ids = Array.from({ length: 200 }, newId);

  expect(ids.toSorted()).toEqual(ids);
});
