import { arabic } from './arabic/arabic.ts';
import { english } from './english/english.ts';

export type MessageName = keyof typeof english;
export type Messages = Readonly<Record<MessageName, string>>;

/** A language of the interface: a BCP 47 tag. `en-XA` is English with marks, which shows words that were never translated. */
export type LanguageTag = 'en' | 'ar' | 'en-XA';

/** What a person may choose, each in its own words. */
export const languageNames = { en: 'English', ar: 'العربية' } as const;

export type ChosenLanguage = keyof typeof languageNames;

export const catalogues: Readonly<Record<LanguageTag, Messages>> = {
  en: english,
  ar: arabic,
  'en-XA': english,
};

export function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(english, name);
}

export function isLanguage(tag: string): tag is LanguageTag {
  return Object.hasOwn(catalogues, tag);
}

const rightToLeft: ReadonlySet<LanguageTag> = new Set(['ar']);

export function directionOf(language: LanguageTag): 'ltr' | 'rtl' {
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}

/**
 * The language and the locale of an interface: what was `chosen`, or the first of the person's own languages (BCP 47 tags, the
 * dearest first) that there is. The locale writes numbers and dates, and keeps the person's region: `ar-MA` has other digits
 * than `ar-EG`.
 */
export function localeFor(
  chosen: LanguageTag | null,
  preferred: readonly string[],
): Readonly<{ language: LanguageTag; locale: string }> {
  for (const tag of preferred) {
    const language = languageOf(tag);
    if (language !== null && (chosen === null || chosen === language)) return { language, locale: tag };
  }
  const language = chosen ?? 'en';
  return { language, locale: language === 'en-XA' ? 'en' : language };
}

function languageOf(tag: string): LanguageTag | null {
  try {
    const { language } = new Intl.Locale(tag);
    return language === 'en' || language === 'ar' ? language : null;
  } catch {
    return null; // A system may name what is no language tag, such as `C`.
  }
}
