import { expect, it } from 'vitest';
import { lexNewsQuery } from '../../../../../electron/engine/query/grammar/lexer/news-lexer.ts';

function texts(query: string): string[] {
  return lexNewsQuery(query).tokens.flatMap((token) => ('text' in token ? [token.text] : []));
}

it.each([
  ['stop words of a query in capitals are small', 'WHO IS THE MAYOR', ['who', 'is', 'the', 'MAYOR']],
  ['in phrases too', '"TO BE" MAYOR', ['to be', 'MAYOR']],
  ['but the country stays', 'TELL US NOW', ['TELL', 'US', 'NOW']],
  ['a word by itself stays', 'WHO', ['WHO']],
  ['and one among small letters', 'WHO envoy', ['WHO', 'envoy']],
  ['as do values of fields', 'tag:WHO MAYOR SPEAKS', ['WHO', 'MAYOR', 'SPEAKS']],
])('%s', (_, query, expected) => {
  expect(texts(query)).toEqual(expected);
});

it('takes a quotation mark between Hebrew letters for part of the word', () => {
  expect(texts('דו"ח "דו"ח חדש" אחר')).toEqual(['דו"ח', 'דו"ח חדש', 'אחר']);
});
