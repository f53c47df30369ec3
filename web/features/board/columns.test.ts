import { expect, it } from 'vitest';
import { aTask } from '../tasks/a-task.test-data.ts';
import { columnsOf, editTo, placeOfDrop } from './columns.ts';

const at = (id: string, section: string | null, position: number) => aTask({ id, section, position });
const tasks = [at('a', 'Now', 1), at('b', 'Now', 2), at('c', 'Now', 3), at('d', 'Later', 1)];
const columns = columnsOf(tasks, 'section', { sections: ['Now', 'Later', 'Done'] });
const drop = (id: string, zone: string) => {
  const place = placeOfDrop(columns, id, zone);
  return place && editTo(columns, id, place);
};

it('has a column for each section, and for the rest only where there is some', () => {
  expect(columns.map(({ value, tasks: inside }) => [value, inside.length])).toEqual([
    ['Now', 3],
    ['Later', 1],
    ['Done', 0],
  ]);
  expect(columnsOf([at('x', null, 1)], 'section', { sections: ['Now'] }).map(({ value }) => value)).toEqual([
    null,
    'Now',
  ]);
  expect(columnsOf(tasks, 'priority', { sections: [] }).map(({ tasks: inside }) => inside.length)).toEqual([
    0, 0, 0, 4,
  ]);
});

it('moves a task to the end of a column, or to the place of another', () => {
  expect(drop('a', 'section:Later')).toEqual({ section: 'Later', position: 1001 });
  expect(drop('a', 'section:Done')).toEqual({ section: 'Done' });
  expect(drop('d', 'task:b')).toEqual({ section: 'Now', position: 1.5 });
  expect(drop('a', 'task:b')).toEqual({ position: 2.5 });
  expect(drop('c', 'task:a')).toEqual({ position: -999 });
  expect(drop('c', 'section:Now')).toBeNull();
  expect(drop('a', 'task:a')).toBeNull();
});
