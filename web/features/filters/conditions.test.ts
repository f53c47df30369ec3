import { expect, it } from 'vitest';
import { begun, conditionsIn, questionFor, searchFor, tidy } from './conditions.ts';

const home = '01988a3e-0000-7000-8000-000000000001';

it('come back from the address as they went into it', () => {
  const asked = tidy({
    ...{ status: 'open', project: [home], label: ['b & c', 'a'], labelMatch: 'all', priority: [2, 1] },
    ...{
      due: ['overdue', 'none'],
      dueWithin: 7,
      recurring: 'no',
      assignee: 'me',
      q: 'milk',
      sort: 'created',
    },
  });

  const address = searchFor(asked, '');

  expect(conditionsIn(new URL(address, 'http://here').searchParams)).toEqual(asked);
  expect(asked).toMatchObject({ label: ['a', 'b & c'], priority: [1, 2], due: ['none', 'overdue'] });
});

it('leave what else stands in the address, and take the place of what they were', () => {
  expect(searchFor({ priority: [1] }, '?task=7&priority=2&q=old')).toBe('/search?task=7&priority=1');
  expect(searchFor({}, '?q=old')).toBe('/search');
});

it('are not read from what nobody could ask', () => {
  const asked =
    'status=gone&project=x&label=&priority=9&due=soon&dueWithin=0.5&dueFrom=1st&recurring=1&assignee=x&sort=x';
  expect(conditionsIn(new URLSearchParams(asked))).toEqual({});
});

it('are for what is open as soon as a search is narrowed down, until somebody says otherwise', () => {
  expect(begun({ q: 'milk' }, { q: 'milk', priority: [1] })).toEqual({
    q: 'milk',
    priority: [1],
    status: 'open',
  });
  expect(begun({ priority: [1], status: 'open' }, { priority: [1] })).toEqual({ priority: [1] });
  expect(begun({}, { status: 'completed' })).toEqual({ status: 'completed' });
  expect(begun({ priority: [1] }, { priority: [] })).toEqual({});
});

it('name a zone only where days matter', () => {
  expect(questionFor({ label: ['a'] }, 'UTC')).toEqual({ label: ['a'], limit: 100 });
  expect(questionFor({ dueWithin: 7 }, 'UTC')).toEqual({ dueWithin: 7, timezone: 'UTC', limit: 100 });
  expect(questionFor({ q: 'milk' }, 'UTC')).toEqual({ q: 'milk', limit: 50 });
});
