import { describe, expect, it } from 'vitest';
import { completed, suggestions, tokenAt, written } from './completion.ts';

describe('a name that is being written', () => {
  it.each([
    ['Call Ana #we', { mark: '#', start: 9, typed: 'we' }],
    ['Call Ana #', { mark: '#', start: 9, typed: '' }],
    ['Buy @"long na', { mark: '@', start: 4, typed: 'long na' }],
    ['Buy /', { mark: '/', start: 4, typed: '' }],
    ['Buy #we +An', { mark: '+', start: 8, typed: 'An' }],
    ['2 +3', { mark: '+', start: 2, typed: '3' }],
    ['Buy #we now', null],
    ['C#', null],
    ['', null],
  ])('in %s is %o', (text, token) => {
    expect(tokenAt(text, text.length)).toEqual(token);
  });

  it('is written so that it is read again', () => {
    expect(written('#', 'Website')).toBe('#Website');
    expect(written('#', 'Home and garden')).toBe('#"Home and garden"');
    expect(written('@', '2026')).toBe('@"2026"');
  });

  it('is replaced where it stands, with the caret behind it', () => {
    const text = 'Call #we tomorrow';
    expect(completed(text, { mark: '#', start: 5, typed: 'we' }, 8, 'My web')).toEqual({
      text: 'Call #"My web" tomorrow',
      caret: 15,
    });
  });

  it('is offered what begins so first, and nothing once it is whole', () => {
    expect(suggestions(['Home', 'The web', 'Website', 'Cobweb'], 'we')).toEqual([
      'Website',
      'The web',
      'Cobweb',
    ]);
    expect(suggestions(['Home', 'Homework'], 'home')).toEqual([]);
  });
});
