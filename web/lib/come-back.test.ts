import { describe, expect, it } from 'vitest';
import { pathBack, signInFor } from './come-back.ts';

describe('coming back after signing in', () => {
  it('goes to the page that was asked for', () => {
    const { searchParams } = new URL(signInFor('/project/7?task=8'), 'http://here');
    expect(pathBack(searchParams.get('to'))).toBe('/project/7?task=8');
  });

  it.each([
    'https://evil.test/',
    '//evil.test/x',
    '/\\evil.test',
    'javascript:alert(1)',
    '',
    null,
    undefined,
  ])('goes to no other host: %s', (to) => {
    expect(pathBack(to)).toBe('/');
  });
});
