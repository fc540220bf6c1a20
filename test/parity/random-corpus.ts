import type { ArticleFields } from '../../electron/contract/article.ts';
import { article } from '../support/article-fields.ts';

/** Park and Miller's generator: the same seed gives the same run everywhere. */
export function seededRandom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 16807) % 2147483647;
    return (state - 1) / 2147483646;
  };
}

const words = (
  'minister ministry Minister’s oil Oil prices price pricing withdrew withdrawal withdraw troops troop the a of and ' +
  'to be or not Baghdad Erbil al-Kadhimi U.S. 2021 1,000 3.5 dam dams flooding flood floods river rivers election ' +
  'elections elected harbour harbor strike strikes striking café naïve Straße Erdoğan وزير الوزير النفط نفط بغداد ' +
  'کوردستان كوردستان هەولێر می‌شود running runs runner relational related relate state states stated zebra x ab abc'
).split(' ');

function pick<Item>(items: readonly Item[], random: () => number): Item {
  // Squaring favours the front of the list, so that words have frequencies as unlike as those of a language.
  const item = items[Math.floor(random() ** 2 * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function text(longest: number, random: () => number): string {
  const length = Math.floor(random() * (longest + 1));
  return Array.from({ length }, () => pick(words, random)).join(random() < 0.2 ? ', ' : ' ');
}

function textOrNull(longest: number, random: () => number): string | null {
  const made = random() < 0.5 ? text(longest, random) : '';
  return made === '' ? null : made;
}

export function randomArticle(random: () => number): ArticleFields {
  return article({
    headline: text(8, random),
    standfirst: textOrNull(10, random),
    byline: textOrNull(3, random),
    place: textOrNull(2, random),
    agency: textOrNull(2, random),
    captions: random() < 0.4 ? [{ text: text(8, random), credit: textOrNull(3, random) }] : [],
    body: Array.from({ length: Math.floor(random() * 4) }, () => text(40, random)),
    furniture: random() < 0.5 ? [text(5, random)] : [],
  });
}

const fields = ['headline', 'standfirst', 'byline', 'place', 'agency', 'caption', 'body'];

function withWildcard(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length + 1));
  const cut = random() < 0.5 ? at : Math.min(word.length, at + 1 + Math.floor(random() * 3));
  return `${word.slice(0, at)}*${word.slice(cut)}`;
}

function randomClause(random: () => number): string {
  let word = random() < 0.05 ? 'absentword' : pick(words, random).toLowerCase();
  const shape = random();
  if (shape < 0.2) word = withWildcard(word, random);
  const field = random() < 0.25 ? `${pick(fields, random)}:` : '';
  const fuzz = shape > 0.85 ? `~${String(1 + Math.floor(random() * 2))}` : '';
  const boost = random() < 0.2 ? `^${String(Math.floor(random() * 6))}` : '';
  const presence = random();
  const sign = presence < 0.12 ? '-' : presence < 0.3 ? '+' : '';
  return `${sign}${field}${word}${fuzz}${boost}`;
}

/** A query in all of Lunr's syntax: presence, fields, boosts, wildcards, edit distances, stop words, unknown words. */
export function randomLunrQuery(random: () => number): string {
  const clauses = 1 + Math.floor(random() ** 2 * 5);
  return Array.from({ length: clauses }, () => randomClause(random)).join(' ');
}
