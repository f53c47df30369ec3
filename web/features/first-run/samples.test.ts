import { createTask } from '@zerodo/domain/commands';
import { timeOfId } from '@zerodo/domain/id-time';
import { describe, expect, it } from 'vitest';
import { arrival as english } from '../../words/english/arrival.ts';
import { arrival as german } from '../../words/german/arrival.ts';
import { sampleIds, samplesFor } from './samples.ts';

const at = { personId: '0f3b52be-7a0e-4c1d-9a53-1b0d3a5b8c2f', today: '2026-11-21', zone: 'Europe/Berlin' };

describe('the samples of a first run', () => {
  it.each([
    ['English', english],
    ['German', german],
  ])('are three tasks in %s that the API takes, one of them recurring', (_, words) => {
    const samples = samplesFor(words, at);
    expect(samples.map((sample) => createTask.data.safeParse(sample).success)).toEqual([true, true, true]);
    expect(samples.filter((sample) => 'recurrence' in sample)).toHaveLength(1);
    expect(samples.every(({ notes, title }) => notes.length > 100 && title.length > 10)).toBe(true);
  });

  it('have ids of their own that are the same in every tab', () => {
    expect(new Set([...sampleIds(at.personId), at.personId]).size).toBe(4);
    expect(sampleIds(at.personId)).toEqual(sampleIds(at.personId.toUpperCase()));
    expect(sampleIds(at.personId)[0]).toBe('01988a3e-0001-7c1d-9a53-1b0d3a5b8c2f');
  });

  it('stand in the order in which they are to be tried', () => {
    const places = sampleIds(at.personId).map(timeOfId);
    expect(places).toEqual([...new Set(places)].sort());
  });
});
