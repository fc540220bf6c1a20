import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues, directionOf, type LanguageTag, type MessageName } from './languages.ts';
import { fenced, marked } from './pseudo.ts';
import type { Values } from './values.ts';

/** Of Unicode's private use area. */
const gap = '\uE002';

let current: LanguageTag = 'en';
let locale = 'en';
const formats = new Map<MessageName, IntlMessageFormat>();

/** The language of all that is said from now on in this process. To be set before anything is said. */
export function setLanguage(
  language: LanguageTag,
  of: string = language === 'en-XA' ? 'en' : language,
): void {
  current = language;
  locale = of;
  formats.clear();
}

export function interfaceLanguage(): LanguageTag {
  return current;
}

export function interfaceDirection(): 'ltr' | 'rtl' {
  return directionOf(interfaceLanguage());
}

/** The BCP 47 tag by which numbers and dates are written. */
export function interfaceLocale(): string {
  return locale;
}

/**
 * A message in the language of the interface. Messages are in ICU MessageFormat with the plural rules of CLDR
 * (unicode-org.github.io/icu/userguide/format_parse/messages). Throws when a value of its braces is not given.
 */
export function say(name: MessageName, values: Values = {}): string {
  let format = formats.get(name);
  if (format === undefined) {
    // Messages have no markup: a `<` in them is a letter.
    format = new IntlMessageFormat(catalogues[current][name], locale, undefined, { ignoreTag: true });
    formats.set(name, format);
  }
  return current === 'en-XA' ? marked(String(format.format(fenced(values)))) : String(format.format(values));
}

/** What a message says before and after one of its values, for a value that is drawn and not written, such as a key. */
export function sayAround(
  name: MessageName,
  value: string,
  values: Values = {},
): Readonly<{ before: string; after: string }> {
  const [before = '', after = ''] = say(name, { ...values, [value]: gap }).split(gap);
  return { before, after };
}
