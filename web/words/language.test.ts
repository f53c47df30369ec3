import { describe, expect, it } from 'vitest';
import { speechFor } from './language.ts';

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
  ])('chosen %s and accepted %s is %s as written in %s', (chosen, accepted, language, locale) => {
    expect(speechFor(chosen, accepted)).toEqual({ language, locale });
  });
});
