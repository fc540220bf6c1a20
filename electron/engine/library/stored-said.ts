import { isSentence, type Said } from '../../words/sentence.ts';

/** A sentence as it is kept in a column of text. */
export function storedSaid(said: Said): string {
  return typeof said === 'string' ? said : JSON.stringify(said);
}

/** What `storedSaid` kept, or what an earlier Microfiche worded itself. */
export function saidOf(stored: string): Said {
  if (!stored.startsWith('{"say":')) return stored;
  try {
    const said: unknown = JSON.parse(stored);
    return isSentence(said) ? said : stored;
  } catch {
    return stored; // What somebody else said happens to begin so.
  }
}
