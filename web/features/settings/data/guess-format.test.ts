import { describe, expect, it } from 'vitest';
import { guessFormat } from './guess-format.ts';

describe('the format of a file', () => {
  it.each([
    ['{"format": "zerodo"}', 'json'],
    ['\uFEFF[{"title": "Home", "tasks": []}]', 'vikunja'],
    ['BEGIN:VCALENDAR\r\nVERSION:2.0', 'ics'],
    ['TYPE,CONTENT,PRIORITY\ntask,Call,1', 'todoist'],
    ['title,due\nCall,2026-11-24', 'csv'],
  ])('%s is %s', (content, format) => {
    expect(guessFormat(content)).toBe(format);
  });
});
