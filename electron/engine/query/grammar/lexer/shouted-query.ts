import { isStopWord } from '../../../analysis/stop-words.ts';
import type { NewsToken } from './news-token.ts';

/** What stands for a country even in a query of capitals alone. */
const country = 'US';
const capitals = /\p{Lu}{2,}/gu;

/**
 * The tokens of a query that is typed in capitals throughout, with its stop words in small letters: `WHO` in
 * `WHO IS THE MAYOR` is no organisation. In any other query, or in one of a single word, capitals mean what they say.
 */
export function withoutShouting(tokens: readonly NewsToken[]): readonly NewsToken[] {
  const isText = (token: NewsToken, at: number): boolean =>
    token.kind === 'phrase' || (token.kind === 'word' && tokens[at - 1]?.kind !== 'field');
  const texts = tokens.filter(isText).flatMap((token) => ('text' in token ? [token.text] : []));
  const words = texts.join(' ').match(capitals) ?? [];
  // Who asks for words as written means their capitals.
  if (tokens.some((token) => token.kind === 'call' && token.call.kind === 'written')) return tokens;
  if (words.length < 2 || texts.some((text) => /\p{Ll}/u.test(text))) return tokens;
  return tokens.map((token, at) =>
    isText(token, at) && 'text' in token ? { ...token, text: token.text.replace(capitals, quiet) } : token,
  );
}

function quiet(word: string): string {
  const small = word.toLowerCase();
  return word !== country && isStopWord(small) ? small : word;
}
