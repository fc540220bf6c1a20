import type { ArticleFields } from '../../electron/contract/article.ts';
import { extendedAnalysis } from '../../electron/engine/analysis/analysis.ts';

/** Everything that a query in grammar `lunr` can be made of. */
export const parityKinds = [
  'single term',
  'several terms',
  'presence',
  'stop words',
  'fields',
  'boosts',
  'leading wildcard',
  'trailing wildcard',
  'inner wildcard',
  'fuzzy 1',
  'fuzzy 2',
  'mixed',
  'absent terms',
  'negated only',
] as const;

export type ParityKind = (typeof parityKinds)[number];
type WildcardKind = Extract<ParityKind, `${string} wildcard`>;

const wildcardKinds: readonly WildcardKind[] = ['leading wildcard', 'trailing wildcard', 'inner wildcard'];

const searchable = ['headline', 'standfirst', 'byline', 'place', 'agency', 'caption', 'body'];
const stopWords = 'the of to and a in that for is on be or not with'.split(' ');
const maxTokens = 50_000;

/** Words of articles, to ask by: common ones as often as they are used, and rare ones as often as those. */
export class WordSupply {
  readonly #tokens: string[] = [];
  readonly #words: readonly string[];

  constructor(articles: Iterable<ArticleFields>) {
    const distinct = new Set<string>();
    for (const { headline, body, captions, place, agency, byline } of articles) {
      const texts = [headline, ...body, ...captions.map(({ text }) => text), place, agency, byline];
      for (const text of texts) {
        extendedAnalysis.scan(text ?? '', (word) => {
          if (this.#tokens.length < maxTokens) this.#tokens.push(word);
          distinct.add(word);
        });
      }
    }
    this.#words = [...distinct];
    if (this.#words.length === 0) throw new RangeError('the articles have no words');
  }

  word(random: () => number): string {
    const words = random() < 0.5 ? this.#tokens : this.#words;
    const word = words[Math.floor(random() * words.length)] ?? '';
    return random() < 0.8 ? word.toLowerCase() : word;
  }

  longWord(letters: number, random: () => number): string {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const word = this.word(random);
      if (word.length >= letters) return word;
    }
    return this.word(random).padEnd(letters, 'e');
  }
}

function below(limit: number, random: () => number): number {
  return Math.floor(random() * limit);
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[below(items.length, random)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function several(least: number, most: number, make: () => string, random: () => number): string {
  return Array.from({ length: least + below(most - least + 1, random) }, make).join(' ');
}

function absentWord(random: () => number): string {
  return `qx${pick(['zwv', 'jjk', 'vvq'], random)}${String(below(1_000, random))}`;
}

/** The word with one letter left out, put in, or changed; Lunr's edit distances are about these. */
function slipped(word: string, random: () => number): string {
  const at = below(word.length, random);
  const letter = String.fromCharCode(97 + below(26, random));
  const draw = random();
  if (draw < 0.3) return word.slice(0, at) + word.slice(at + 1);
  if (draw < 0.6) return word.slice(0, at) + letter + word.slice(at);
  return draw < 0.8 ? word.slice(0, at) + letter + word.slice(at + 1) : word;
}

function wildcarded(kind: WildcardKind, words: WordSupply, random: () => number): string {
  const word = words.longWord(4, random);
  const kept = 1 + below(Math.min(5, word.length - 1), random);
  switch (kind) {
    case 'leading wildcard':
      return random() < 0.7 ? `*${word.slice(-kept)}` : `*${word.slice(-kept - 1, -1)}*`;
    case 'trailing wildcard':
      return `${word.slice(0, kept)}*`;
    case 'inner wildcard': {
      const middle = 1 + below(word.length - 2, random);
      const inner = `${word.slice(0, middle)}*${word.slice(middle + 1 + below(2, random))}`;
      return random() < 0.8 ? inner : `${inner}*`;
    }
  }
}

function fuzzy(distance: number, words: WordSupply, random: () => number): string {
  return `${slipped(words.longWord(3, random), random)}~${String(distance)}`;
}

function mixedClause(words: WordSupply, random: () => number): string {
  const draw = random();
  const sign = draw < 0.15 ? '+' : draw < 0.3 ? '-' : '';
  const field = random() < 0.3 ? `${pick(searchable, random)}:` : '';
  const shape = random();
  const word =
    shape < 0.15
      ? wildcarded(pick(wildcardKinds, random), words, random)
      : shape < 0.3
        ? fuzzy(1 + below(2, random), words, random)
        : shape < 0.4
          ? pick(stopWords, random)
          : shape < 0.45
            ? absentWord(random)
            : words.word(random);
  const boost = random() < 0.25 ? `^${String(below(8, random))}` : '';
  return `${sign}${field}${word}${boost}`;
}

/** A query of the kind, in Lunr's syntax. */
export function lunrQueryOf(kind: ParityKind, words: WordSupply, random: () => number): string {
  const word = (): string => words.word(random);
  switch (kind) {
    case 'single term':
      return word();
    case 'several terms':
      return several(2, 5, word, random);
    case 'presence':
      return several(2, 4, () => pick(['+', '+', '-', ''], random) + word(), random);
    case 'stop words':
      return several(
        1,
        4,
        () => pick(['', '', '+', '-'], random) + (random() < 0.6 ? pick(stopWords, random) : word()),
        random,
      );
    case 'fields':
      return several(
        1,
        3,
        () => `${pick(['', '', '+', '-'], random)}${pick(searchable, random)}:${word()}`,
        random,
      );
    case 'boosts':
      return several(
        1,
        3,
        () => `${word()}^${String(pick(['0', '1', '2', '5', '10', '100'], random))}`,
        random,
      );
    case 'leading wildcard':
    case 'trailing wildcard':
    case 'inner wildcard':
      return several(1, 2, () => wildcarded(kind, words, random), random);
    case 'fuzzy 1':
      return several(1, 2, () => fuzzy(1, words, random), random);
    case 'fuzzy 2':
      return fuzzy(2, words, random);
    case 'mixed':
      return several(2, 6, () => mixedClause(words, random), random);
    case 'absent terms':
      return several(
        1,
        3,
        () => pick(['', '+', '-'], random) + (random() < 0.7 ? absentWord(random) : word()),
        random,
      );
    case 'negated only':
      return several(
        1,
        3,
        () => `-${random() < 0.2 ? wildcarded('trailing wildcard', words, random) : word()}`,
        random,
      );
  }
}
