import { directionOf, isLanguage } from '../../electron/words/languages.ts';
import { wordErrorsBy } from '../../electron/contract/failure.ts';
import { setLanguage } from '../../electron/words/say.ts';
import { word } from '../../electron/words/word.ts';

/** Takes the language of the interface from the page's own query, as in `?language=ar&locale=ar-MA`, and turns the frame to it. */
export function speakAsAsked(query: string): void {
  wordErrorsBy(word);
  const asked = new URLSearchParams(query);
  const language = asked.get('language') ?? 'en';
  if (!isLanguage(language)) return;
  setLanguage(language, asked.get('locale') ?? undefined);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
