import { expect, it } from 'vitest';
import { best, match } from './match.ts';

it('finds every word, without regard to case and marks, beginnings first', () => {
  expect(match('Go to Today', 'tod go')).not.toBeNull();
  expect(match('Übungen', 'ubung')).toBe(0);
  expect(match('Today', 'tomorrow')).toBeNull();
  const items = ['Not today', 'Upcoming today', 'Today'].map((label) => ({ label }));
  expect(best(items, 'today').map(({ label }) => label)).toEqual(['Today', 'Not today', 'Upcoming today']);
  expect(best(items, ' ')).toHaveLength(3);
});
