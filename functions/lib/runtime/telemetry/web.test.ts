import { expect, test } from 'vitest';
import { routeOf } from './web.ts';

test.each([
  ['/', 'today'],
  ['/label/planted-word?task=1', 'label'],
  ['/search?q=planted-word', 'search'],
  ['/planted-word', 'other'],
  ['/settings/tokens', 'settings'],
  ['/api/auth/get-session', 'api/auth'],
  ['/api/tokens/42', 'api/tokens'],
])('%s is named %s, whatever else stands in it', (address, name) => {
  expect(routeOf(address)).toBe(name);
});

test.each(['/_next/static/chunks/a.js', '/icon.svg', '/sw.js?v=1', '/healthz/live'])(
  '%s is not measured',
  (address) => {
    expect(routeOf(address)).toBeUndefined();
  },
);
