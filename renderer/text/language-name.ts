import { interfaceLocale } from '../../electron/words/say.ts';
import { madeOnce } from './made-once.ts';

/** The name of a BCP 47 language in that of the interface, or null where none is known. */
export function languageName(tag: string): string | null {
  if (tag === 'und') return null;
  try {
    return namesOf(interfaceLocale(), 'language').of(tag) ?? tag;
  } catch {
    // A reader may have found a tag in the page that is no language tag; it is shown as it stands.
    return tag;
  }
}

/** For the `lang` attribute, which has no word for "unknown" but an empty one. */
export function langAttribute(tag: string): string {
  return tag === 'und' ? '' : tag;
}

const namesOf = madeOnce(
  (locale: string, type: 'language') => new Intl.DisplayNames([locale], { type, fallback: 'code' }),
);
