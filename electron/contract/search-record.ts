import { isObject, listOf, record, text, type Parser } from './parse.ts';
import { aQuestion } from './requests/saved-question.ts';
import type { SavedQuestion } from './saved-searches.ts';

/** What an id of a filter was called when the search was recorded: in another library it may stand for something else. */
export type RecordedName = Readonly<{ id: number; name: string }>;

/** A search as a record holds it, to be made again. */
export type RecordedSearch = Readonly<{
  question: SavedQuestion;
  tags: readonly RecordedName[];
  /** Sources by their paths. */
  sources: readonly RecordedName[];
}>;

const maxNames = 10_000;
const line = /\[microfiche-search (\{.*\})\]/u;

const aName: Parser<RecordedName> = record({
  id: (data, at) => (typeof data === 'number' ? data : Number(text(0, 0)(data, at))),
  name: text(1, 32_768),
});
const aRecord: Parser<RecordedSearch> = record({
  question: aQuestion,
  tags: listOf(aName, maxNames),
  sources: listOf(aName, maxNames),
});

/** The line of a record by which it can be made again. */
export function recordLine(recorded: RecordedSearch): string {
  return `[microfiche-search ${JSON.stringify(recorded)}]`;
}

/** The search of a record that stands in a text; null for any other text. */
export function recordedIn(said: string): RecordedSearch | null {
  const found = line.exec(said)?.[1];
  if (found === undefined) return null;
  try {
    const data: unknown = JSON.parse(found);
    return isObject(data) ? aRecord(data, 'record') : null;
  } catch {
    // Somebody else's text that looks like one, or a record that lost a letter: it is pasted as it is.
    return null;
  }
}
