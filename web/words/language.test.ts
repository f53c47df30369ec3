import { describe, expect, it } from 'vitest';
import { browserLocale, followsBrowser, speechFor } from './language.ts';

describe('the language of the page', () => {
  it.each([
    [null, 'de-AT,de;q=0.9,en;q=0.8', 'de', 'de-AT'],
    [null, 'fr-FR,fr;q=0.9,en;q=0.7,de;q=0.3', 'en', 'en-GB'],
    [null, 'en;q=0.3, de;q=0.9', 'de', 'de-DE'],
    [null, 'de;q=0,en-US', 'en', 'en-US'],
    [null, null, 'en', 'en-GB'],
    [null, '*;q=x, -- ,,', 'en', 'en-GB'],
    ['de', 'en-US,en', 'de', 'de-DE'],
    ['en', 'de-DE,de,en-AU;q=0.1', 'en', 'en-AU'],
    ['de-CH', 'en-US', 'de', 'de-CH'],
    ['fr', 'de', 'de', 'de-DE'],
    ['no such thing', null, 'en', 'en-GB'],
    ['de-AT-x-browser', 'en-US,en', 'en', 'en-US'],
    ['de-AT-x-browser', 'fr', 'de', 'de-DE'],
    ['en-US-x-browser', null, 'en', 'en-GB'],
  ])('chosen %s and accepted %s is %s as written in %s', (chosen, accepted, language, locale) => {
    expect(speechFor(chosen, accepted)).toEqual({ language, locale });
  });

  it('is kept with its region for an account that speaks as the browser', () => {
    expect(browserLocale(['fr-FR', 'de-AT', 'en'])).toBe('de-AT-x-browser');
    expect(Intl.getCanonicalLocales(browserLocale(['en-US']))).toEqual(['en-US-x-browser']);
  });

  it.each([
    [null, true],
    ['de-DE-x-browser', true],
    ['de', false],
    ['en-US', false],
  ])('of an account with %s follows the browser: %s', (chosen, follows) => {
    expect(followsBrowser(chosen)).toBe(follows);
  });
});
