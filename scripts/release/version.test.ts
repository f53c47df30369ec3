import { expect, it } from 'vitest';
import { nextVersion } from './version.ts';

it.each([
  ['patch', '1.9.9', '1.9.10'],
  ['minor', '1.9.9', '1.10.0'],
  ['major', '1.9.9', '2.0.0'],
  ['1.9.10', '1.9.9', '1.9.10'],
])('%s after %s is %s', (said, now, next) => {
  expect(nextVersion(said, now, now)).toBe(next);
});

it('takes the version that package.json has where nothing was released yet', () => {
  expect(nextVersion('0.1.0', '0.1.0')).toBe('0.1.0');
});

it.each(['huge', '1.2', 'v1.2.3', '1.2.3-rc.1', '01.x.3'])('refuses %s, which is no version', (said) => {
  expect(() => nextVersion(said, '1.0.0')).toThrow(/is no version: say patch, minor, major/);
});

it.each(['1.9.9', '1.9.8', '0.10.0'])('refuses %s after 1.9.9', (said) => {
  expect(() => nextVersion(said, '1.9.9', '1.9.9')).toThrow('1.9.9 is released');
});
