import { isRowFilter, type QueryRow } from '../../../electron/contract/query-rows.ts';
import type { Suggestion, SuggestionKind, Suggestions } from '../../../electron/contract/suggestions.ts';
import { archive } from '../../archive.ts';

/** What is being typed in a row begins at `from` of its words; `query` asks for the same. */
type TypedInRow = Readonly<{ from: number; query: string }>;

/** What a row of words alone can hold; the rest would be other rows. */
const kindsOfWords: ReadonlySet<SuggestionKind> = new Set(['word', 'place', 'agency']);
const endOfValue = /^\s*(?:[,،;؛]|$)/u;
const endOfWord = /^(?:\s|$)/u;

/** Null where nothing can be completed: days, text, how many words, or the middle of something. */
function typedInRow({ kind, field }: QueryRow, words: string, caret: number): TypedInRow | null {
  if (kind === 'days' || kind === 'text' || field === 'words') return null;
  const [before, after] = [words.slice(0, caret), words.slice(caret)];
  if (isRowFilter(field)) {
    const [value = ''] = /[^,،;؛]*$/u.exec(before) ?? [];
    const text = value.trimStart();
    return endOfValue.test(after)
      ? { from: caret - text.length, query: `${field}:"${text.replace(/["“”]/gu, '')}` }
      : null;
  }
  const [word = ''] = /[^\s"“”]*$/u.exec(before) ?? [];
  if (word === '' || !endOfWord.test(after)) return null;
  return { from: caret - word.length, query: field === null ? word : `${field}:${word}` };
}

/** As it stands in a row, where values are apart by commas and a phrase is one already. */
function inRow({ kind, field }: QueryRow, suggestion: Suggestion): Suggestion {
  const isBare = isRowFilter(field) || kind === 'phrase';
  return isBare ? { ...suggestion, text: suggestion.text.replace(/^"(.*)"$/su, '$1') } : suggestion;
}

/** What may be meant by what ends at the caret in the words of a row. */
export async function rowSuggestions(
  row: QueryRow,
  words: string,
  caret: number,
  signal: AbortSignal,
): Promise<Suggestions> {
  const typed = typedInRow(row, words, caret);
  if (typed === null) return { from: caret, to: caret, suggestions: [] };
  const { query, from } = typed;
  const { suggestions } = await archive.suggest({ query, caret: query.length }, signal);
  const fitting = isRowFilter(row.field)
    ? suggestions
    : suggestions.filter(({ kind }) => kindsOfWords.has(kind));
  return { from, to: caret, suggestions: fitting.map((one) => inRow(row, one)) };
}
