import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

it('makes a task of each line, without the marks of a list', () => {
  expect(linesOf('- Milk\n* [ ] Bread\r\n\n 2. Call Ana tomorrow\n[x] done\n• Eggs')).toEqual([
    'Milk',
    'Bread',
    'Call Ana tomorrow',
    'done',
    'Eggs',
  ]);
  expect(linesOf('2 eggs')).toEqual(['2 eggs']);
  expect(linesOf(' \n ')).toEqual([]);
});
