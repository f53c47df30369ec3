import { expect, it } from 'vitest';
import { english } from '../../words/english/english.ts';
import { filters } from '../../words/english/filters.ts';
import { filters as inGerman } from '../../words/german/filters.ts';
import { german } from '../../words/german/german.ts';
import { choicesOf, chosenFrom, chosenOf } from './choices.tsx';
import { type ConditionWords, conditionInWords } from './condition-words.ts';

const words = { ...english, filters };
const known = { projects: [], labels: [], words };

it('hold one span of days, the one chosen last, beside other times', () => {
  const asked = chosenFrom('due', { due: ['overdue'] }, ['overdue', 'within-7']);
  expect(asked).toEqual({ due: ['overdue'], dueWithin: 7 });
  expect(chosenFrom('due', asked, [...chosenOf('due', asked), 'within-30'])).toEqual({
    due: ['overdue'],
    dueWithin: 30,
  });
  expect(chosenFrom('due', asked, ['within-7'])).toEqual({ dueWithin: 7 });
});

it('offer all of several labels, and of one nothing of the kind', () => {
  const values = (label: string[]) => choicesOf('label', { label }, known).map(({ value }) => value);
  expect(values(['a'])).toEqual(['label-a']);
  expect(values(['a', 'match-all'])).toEqual(['label-a', 'label-match-all', 'match-all']);
  const both = chosenFrom('label', {}, ['label-a', 'label-match-all', 'match-all']);
  expect(both).toEqual({ label: ['a', 'match-all'], labelMatch: 'all' });
  expect(chosenFrom('label', both, ['label-a', 'match-all'])).toEqual({ label: ['a'] });
});

it('keep showing what is asked for though it is gone, and spans that others have asked for', () => {
  expect(choicesOf('project', { project: ['x'] }, known)).toEqual([
    { value: 'x', label: 'A project that is gone' },
  ]);
  expect(choicesOf('due', { dueWithin: 90 }, known).map(({ value }) => value)).toContain('within-90');
});

it('are said in a few words', () => {
  const said = (name: Parameters<typeof conditionInWords>[0], asked: object) =>
    conditionInWords(name, asked, words, () => 'Home');
  expect(said('due', { due: ['none', 'overdue'], dueWithin: 7 })).toBe('Overdue, No date, Next 7 days');
  expect(said('label', { label: ['a', 'b'], labelMatch: 'all' })).toBe('a + b');
  expect(said('priority', { priority: [1, 2] })).toBe('High, Medium');
  expect(said('project', { project: ['x'] })).toBe('Home');
  expect(said('assignee', {})).toBeUndefined();
});

it('say days as they are written where one is', () => {
  const said = (words: ConditionWords, asked: { dueFrom?: string; dueTo?: string }) =>
    conditionInWords('due', asked, words, () => undefined);
  expect(said(words, { dueFrom: '2026-12-01', dueTo: '2027-01-06' })).toBe('1 Dec 2026 – 6 Jan 2027');
  expect(said(words, { dueFrom: '2026-12-01' })).toBe('From 1 Dec 2026');
  expect(said({ ...german, filters: inGerman }, { dueTo: '2026-12-01' })).toBe('Bis 1. Dez. 2026');
});
