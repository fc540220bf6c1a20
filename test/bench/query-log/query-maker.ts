import type { ArticleFields } from '../../../electron/contract/article.ts';
import type { Random } from '../generator/random.ts';
import type { LoggedQuery, Match, Narrowing, QueryField, QueryKind } from './logged-query.ts';
import { bandNames, isIndexed, WordBands, runsOf, wordsOf, type BandName } from './word-bands.ts';

/** Tags that the benchmark's library gets, and the share of the articles that carry each. */
export const benchTags = ['Checked', 'To be read'] as const;

type Written = Readonly<{ text: string; match: Match | null; narrowing?: Narrowing }>;

const widestProximity = 10;

/** Makes queries of each kind out of articles, so that most of them find something. */
export class QueryMaker {
  readonly #articles: readonly ArticleFields[];
  readonly #bands: WordBands;

  constructor(articles: readonly ArticleFields[]) {
    this.#articles = articles;
    this.#bands = new WordBands(articles);
  }

  /** `nth` of its kind: bands and shapes take turns. */
  make(kind: QueryKind, nth: number, random: Random): LoggedQuery {
    const { text, match, narrowing = null } = this.#write(kind, nth, random);
    const grammar = kind === 'grammar lunr' ? 'lunr' : 'news';
    return { kind, text, grammar, typing: kind === 'typing', match, narrowing };
  }

  #write(kind: QueryKind, nth: number, random: Random): Written {
    switch (kind) {
      case 'term':
        return joined('all', [this.#word(bandOf(nth), random)]);
      case 'all words':
        return joined('all', this.#wordsOfOneArticle(2 + (nth % 2), nth % 4 > 0, random));
      case 'any word':
        return joined('any', [this.#word(bandOf(nth), random), this.#word(bandOf(nth + 1), random)]);
      case 'phrase':
        return this.#phrase(2 + (nth % 4), random);
      case 'proximity':
        return this.#proximity(nth % 2 > 0, random);
      case 'wildcard':
        return wildcard(wildcardOf(this.#longWord(nth, random), nth, random));
      case 'filter':
        return this.#filter(nth, random);
      case 'field':
        return this.#inField(nth % 3 === 0 ? 'caption' : 'headline', random);
      case 'fuzzy': {
        const [word, distance] = [slip(this.#longWord(nth, random), random), 1 + (nth % 2)];
        return { text: `${word}~${String(distance)}`, match: { op: 'fuzzy', word, distance } };
      }
      case 'one letter': {
        const letter = this.#longWord(nth, random).charAt(0);
        return wildcard([`${letter}*`, `*${letter}`, `*${letter}*`][nth % 3] ?? '*');
      }
      case 'typing': {
        const whole = this.#wordsOfOneArticle(2, nth % 2 > 0, random).join(' ');
        return begun(whole.slice(0, 2 + random.below(whole.length - 2)).trimEnd());
      }
      case 'grammar lunr':
        return this.#lunr(nth, random);
    }
  }

  #word(band: BandName, random: Random): string {
    return random.pick(this.#bands.wordsNear(band));
  }

  #longWord(nth: number, random: Random): string {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const word = this.#word(bandOf(nth), random);
      if (word.length >= 6) return word;
    }
    return `${this.#word(bandOf(nth), random)}ation`;
  }

  #wordsOfOneArticle(count: number, common: boolean, random: Random): string[] {
    return this.#stretch(count, 30, common, random).map(({ word }) => word);
  }

  /** Lower-case words of one paragraph near to each other, and their places: common ones, or any. */
  #stretch(
    count: number,
    within: number,
    common: boolean,
    random: Random,
  ): Readonly<{ word: string; at: number }>[] {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const words = wordsOf(random.pick(random.pick(this.#articles).body)).map((word) => word.toLowerCase());
      const from = random.below(Math.max(1, words.length - within));
      const useful = words
        .slice(from, from + within + 1)
        .map((word, at) => ({ word, at }))
        .filter(({ word }) => /^\p{L}{3,}$/u.test(word) && isIndexed(word))
        .filter(({ word }) => !common || attempt > 100 || this.#bands.isCommon(word));
      const distinct = useful.filter(({ word }, at) => useful.findIndex((one) => one.word === word) === at);
      if (distinct.length >= count) return distinct.slice(0, count);
    }
    throw new RangeError('no article has enough words near to each other');
  }

  #phrase(length: number, random: Random): Written {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const words = random.pick(runsOf(random.pick(random.pick(this.#articles).body)));
      if (words.length < length) continue;
      const from = random.below(words.length - length + 1);
      const taken = words.slice(from, from + length);
      // A phrase of nothing but stop words is asked too, and seldom.
      if (!taken.some((word) => isIndexed(word.toLowerCase())) && !random.chance(0.1)) continue;
      return { text: `"${taken.join(' ')}"`, match: { op: 'phrase', words: taken, field: null } };
    }
    throw new RangeError('no article has a phrase');
  }

  #proximity(common: boolean, random: Random): Written {
    const [one, two] = this.#stretch(2, widestProximity, common, random);
    if (one === undefined || two === undefined) throw new RangeError('no two words are near to each other');
    const within = two.at - one.at + random.below(3);
    const words = random.chance(0.5) ? ([one.word, two.word] as const) : ([two.word, one.word] as const);
    return {
      text: `${words[0]} w/${String(within)} ${words[1]}`,
      match: { op: 'near', words, within },
    };
  }

  #filter(nth: number, random: Random): Written {
    const word = this.#word(bandOf(Math.floor(nth / 6)), random);
    const match: Match = { op: 'all', words: [word], field: null };
    const fields = random.pick(this.#articles);
    switch (nth % 6) {
      case 0: {
        const month = this.#month(random);
        const days = { by: 'days', from: `${month}-01`, to: `${month}-31` } as const;
        return { text: `${word} date:${month}`, match, narrowing: days };
      }
      case 1: {
        const year = this.#month(random).slice(0, 4);
        const days = { by: 'days', from: `${year}-01-01`, to: `${year}-12-31` } as const;
        return { text: `date:${year}`, match: null, narrowing: days };
      }
      case 2:
        return {
          text: `${word} language:${fields.language}`,
          match,
          narrowing: { by: 'language', code: fields.language },
        };
      case 3: {
        const tag = benchTags[random.below(benchTags.length)] ?? benchTags[0];
        return { text: `${word} tag:"${tag}"`, match, narrowing: { by: 'tag', name: tag } };
      }
      case 4:
        return this.#inField('place', random);
      default:
        return this.#inField('agency', random);
    }
  }

  /** A month in which one of the articles was published. */
  #month(random: Random): string {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const date = random.pick(this.#articles).published?.date;
      if (date !== undefined && date.length >= 7) return date.slice(0, 7);
    }
    return '2020-06';
  }

  #inField(field: QueryField, random: Random): Written {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const fields = random.pick(this.#articles);
      const text = field === 'caption' ? fields.captions[0]?.text : field === 'body' ? null : fields[field];
      const words = wordsOf(text ?? '').filter((word) => isIndexed(word.toLowerCase()) && word.length > 2);
      if (words.length === 0) continue;
      const whole = field === 'place' || field === 'agency';
      const taken = whole ? words : [random.pick(words).toLowerCase()];
      const typed = taken.length === 1 ? (taken[0] ?? '') : `"${taken.join(' ')}"`;
      return { text: `${field}:${typed}`, match: { op: 'phrase', words: taken, field } };
    }
    return joined('all', [this.#word('middling', random)]);
  }

  #lunr(nth: number, random: Random): Written {
    const [one = '', two = '', three = ''] = this.#wordsOfOneArticle(3, nth % 8 > 3, random);
    switch (nth % 4) {
      case 0:
        return { text: `${one} ${two}`, match: { op: 'any', words: [one, two], field: null } };
      case 1:
        return {
          text: `+${one} +${two} ${three}`,
          match: { op: 'signed', required: [one, two], optional: [three], barred: [] },
        };
      case 2:
        return {
          text: `+${one} -${two}`,
          match: { op: 'signed', required: [one], optional: [], barred: [two] },
        };
      default:
        return wildcard(wildcardOf(this.#longWord(nth, random), nth, random));
    }
  }
}

function bandOf(nth: number): BandName {
  return bandNames[nth % bandNames.length] ?? 'middling';
}

function joined(op: 'all' | 'any', words: readonly string[]): Written {
  return { text: words.join(op === 'all' ? ' ' : ' OR '), match: { op, words, field: null } };
}

function wildcard(pattern: string): Written {
  return { text: pattern, match: { op: 'wildcard', pattern } };
}

/** What is being typed: the last word may go on. */
function begun(text: string): Written {
  const words = text.split(' ');
  const prefix = words.pop() ?? '';
  return { text, match: { op: 'begun', words, prefix } };
}

/** Leading, trailing, inner and surrounding wildcards by turns, with three to five letters left of the word. */
function wildcardOf(word: string, nth: number, random: Random): string {
  const letters = 3 + random.below(3);
  switch (Math.floor(nth / bandNames.length) % 4) {
    case 0:
      return `${word.slice(0, letters)}*`;
    case 1:
      return `*${word.slice(-letters)}`;
    case 2:
      return `${word.slice(0, 2)}*${word.slice(-2)}`;
    default:
      return `*${word.slice(1, 1 + letters)}*`;
  }
}

/** The word with one letter left out, as it is mistyped. */
function slip(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  return word.slice(0, at) + word.slice(at + 1);
}
