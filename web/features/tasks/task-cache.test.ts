import { expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { onePage, tasksIn, withoutTask, withTask } from './task-cache.ts';

const [one, two, three] = ['1', '2', '3'].map((id) => aTask({ id, title: id }));
const pages = {
  pages: [
    { items: [one!], nextCursor: 'next' },
    { items: [two!], nextCursor: null },
  ],
  pageParams: [null, 'next'],
};

it('puts an unknown task on the first page, once', () => {
  const added = withTask(pages, three!);

  expect(added.pages.map(({ items }) => items.map(({ id }) => id))).toEqual([['3', '1'], ['2']]);
  expect(tasksIn(withTask(added, three!))).toHaveLength(3);
});

it('replaces a known task where it is', () => {
  const changed = withTask(pages, { ...two!, title: 'changed' });

  expect(tasksIn(changed).map(({ title }) => title)).toEqual(['1', 'changed']);
});

it('takes a task out and leaves the cursors alone', () => {
  expect(withoutTask(pages, '1')).toEqual({
    ...pages,
    pages: [{ items: [], nextCursor: 'next' }, pages.pages[1]],
  });
});

it('has no tasks before anything was read', () => {
  expect(tasksIn(undefined)).toEqual([]);
  expect(tasksIn(onePage({ items: [one!], nextCursor: null }))).toEqual([one]);
});
