import { afterEach, describe, expect, it } from 'vitest';
import { directionOf, localeFor } from '../../electron/words/languages.ts';
import { interfaceLanguage, interfaceLocale, say, setLanguage } from '../../electron/words/say.ts';

afterEach(() => setLanguage('en'));

describe('what the interface says', () => {
  it('is English until a language is set', () => {
    expect([say('menu.tags'), interfaceLanguage(), interfaceLocale()]).toEqual(['Tags', 'en', 'en']);
  });

  it('follows the language', () => {
    setLanguage('ar', 'ar-MA');
    expect([say('menu.tags'), interfaceLanguage(), interfaceLocale()]).toEqual(['الوسوم', 'ar', 'ar-MA']);
  });

  it('fails where a value is not given, and does not say its name', () => {
    expect(() => say('engine.stopped-unexpectedly')).toThrow('code');
  });

  it('leaves values alone where it marks its own words', () => {
    setLanguage('en-XA');
    expect(say('engine.stopped-unexpectedly', { code: 'nine' })).toBe(
      '⟦Thé àřçhîvé éñgîñé šťöppéď ûñéxpéçťéďlý (çöďé nine).⟧',
    );
  });
});

describe('the language of the interface', () => {
  it.each([
    [null, ['ar-MA', 'en-GB'], { language: 'ar', locale: 'ar-MA' }],
    [null, ['ckb-IQ', 'en-GB'], { language: 'en', locale: 'en-GB' }],
    [null, ['C', 'ckb'], { language: 'en', locale: 'en' }],
    ['ar', ['en-US', 'ar-IQ'], { language: 'ar', locale: 'ar-IQ' }],
    ['ar', ['en-US'], { language: 'ar', locale: 'ar' }],
    ['en-XA', ['ar'], { language: 'en-XA', locale: 'en' }],
  ] as const)('chosen %s of a person who reads %j', (chosen, preferred, expected) => {
    expect(localeFor(chosen, preferred)).toEqual(expected);
  });

  it('runs from right to left in Arabic', () => {
    expect([directionOf('en'), directionOf('ar')]).toEqual(['ltr', 'rtl']);
  });
});
