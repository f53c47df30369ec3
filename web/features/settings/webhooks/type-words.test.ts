import { describe, expect, it } from 'vitest';
import { settingsEnglish } from '../words/english/settings-english.ts';
import { byNoun, typeInWords } from './type-words.ts';

describe('what a webhook is told', () => {
  it('is said in words, and as it is where there are none yet', () => {
    const { webhooks } = settingsEnglish;
    expect(typeInWords('dev.zerodo.task.due-soon.v1', webhooks)).toBe('Tasks: due soon');
    expect(typeInWords('dev.zerodo.moon.risen.v1', webhooks)).toBe('moon risen');
  });

  it('stands together by what it is about', () => {
    const types = ['dev.zerodo.task.created.v1', 'dev.zerodo.series.ended.v1', 'dev.zerodo.task.deleted.v1'];
    expect(byNoun(types)).toEqual([
      ['task', [types[0], types[2]]],
      ['series', [types[1]]],
    ]);
  });
});
