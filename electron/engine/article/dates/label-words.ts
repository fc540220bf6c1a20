import { foldSpelling } from '../text/fold-spelling.ts';
import { dateFiller, dateLabels } from './date-labels.ts';

/** What a date is called; `nameless` are words in front of names, which leave the date beside them without a label. */
export type DateLabel = 'published' | 'updated' | 'other';
type Kind = DateLabel | 'nameless' | 'filler';

/** What the words around a date are: the labels in order, and how many words are none and fill nothing. */
export type LabelWords = Readonly<{ labels: readonly DateLabel[]; left: number; named: boolean }>;

const word = /[\p{L}\p{M}]+/gu;
const unspaced = /[\u3040-\u9fff\uac00-\ud7af]/u;

const kinds = new Map<string, Kind>();
for (const [kind, phrases] of [
  ['published', dateLabels.published],
  ['updated', dateLabels.updated],
  ['other', dateLabels.other],
  ['filler', dateFiller],
  ['nameless', dateLabels.nameless],
] as const) {
  for (const phrase of phrases.split('|')) {
    const key = wordsIn(foldSpelling(phrase)).join(' ');
    if (key !== '' && !kinds.has(key)) kinds.set(key, kind);
  }
}

const maxPhraseLength = [...kinds.keys()].reduce((most, key) => Math.max(most, key.split(' ').length), 1);
/** Words that phrases of several begin with. */
const firsts = new Set(
  [...kinds.keys()].filter((key) => key.includes(' ')).map((key) => key.slice(0, key.indexOf(' '))),
);
/** Chinese, Japanese and Korean put no space between a label and what follows; the longest first. */
const unspacedPhrases = [...kinds.entries()]
  .filter(([key]) => unspaced.test(key))
  .sort(([one], [two]) => two.length - one.length);

function wordsIn(folded: string): readonly string[] {
  return folded.match(word) ?? [];
}

/** Looks up the words of a folded text, the longest phrases first. */
export function labelWordsOf(folded: string): LabelWords {
  const words = wordsIn(folded);
  const labels: DateLabel[] = [];
  let left = 0;
  let named = false;
  for (let at = 0; at < words.length;) {
    const [kind, length] = phraseAt(words, at);
    if (kind === 'nameless') named = true;
    if (kind === null || kind === 'nameless') left += (words[at]?.length ?? 0) > 1 ? 1 : 0;
    else if (kind !== 'filler') labels.push(kind);
    at += length;
  }
  return { labels, left, named };
}

function phraseAt(words: readonly string[], at: number): readonly [kind: Kind | null, words: number] {
  const first = words[at] ?? '';
  if (firsts.has(first)) {
    for (let length = Math.min(maxPhraseLength, words.length - at); length > 1; length--) {
      const kind = kinds.get(words.slice(at, at + length).join(' '));
      if (kind !== undefined) return [kind, length];
    }
  }
  return [kinds.get(first) ?? (unspaced.test(first) ? unspacedKind(first) : null), 1];
}

function unspacedKind(text: string): Kind | null {
  return unspacedPhrases.find(([phrase]) => text.includes(phrase))?.[1] ?? null;
}
