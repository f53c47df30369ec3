import { describe, expect, it } from 'vitest';
import { pathTo, placeOf } from './place.ts';

describe('an address', () => {
  it.each([
    ['/today', { view: 'today' }],
    ['/search', { view: 'search' }],
    ['/project/01988a3e', { view: 'project', id: '01988a3e' }],
    ['/label/a%2Fb%20c', { view: 'label', name: 'a/b c' }],
    ['/label/%E0%A4%A', { view: 'label', name: '%E0%A4%A' }],
    ['/project', { view: 'today' }],
    ['/', { view: 'today' }],
  ])('%s is a place', (pathname, place) => {
    expect(placeOf(pathname)).toEqual(place);
  });

  it.each(['a/b', 'ä ö?', '100%', '#1'])('of the label %s leads back to it', (name) => {
    expect(placeOf(new URL(pathTo.label(name), 'http://x').pathname)).toEqual({ view: 'label', name });
  });
});
