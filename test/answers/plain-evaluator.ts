import type {
  NearNode,
  PhraseNode,
  QueryNode,
  SpanNode,
  WordNode,
} from '../../electron/engine/query/grammar/query-node.ts';
import { publishedDay } from '../../electron/engine/index/schema/published-day.ts';
import type { InventedArticle } from './invented-archive.ts';
import { folded, knownWord } from './vocabulary.ts';

/*
 * The language once more, over the words of one article at a time and by trying all: nothing of the engine but the trees
 * of its queries is used.
 */

type Token = Readonly<{ written: string; sentence: number; paragraph: number; position: number }>;
type Fields = Readonly<Record<string, readonly Token[]>>;
type Span = Readonly<{ field: string; first: number; last: number }>;

/** `stopWord`: nothing but stop words was asked for, so that it keeps nothing out next to others. */
type Verdict = Readonly<{ holds: boolean; stopWord: boolean }>;

const searched = ['headline', 'standfirst', 'byline', 'place', 'agency', 'caption', 'body'];
/** Texts of a field are this far apart. */
const gap = 1_000;

/** Each text apart from the next, and one sentence and paragraph. */
function apart(texts: readonly (string | null)[]): Token[] {
  let position = 0;
  return texts.flatMap((text, nth) => {
    const list = text === null || text === '' ? [] : text.split(' ');
    const tokens = list.map((written, at) => ({
      written,
      sentence: nth,
      paragraph: nth,
      position: position + at,
    }));
    position += list.length + gap;
    return tokens;
  });
}

function bodyTokens(body: InventedArticle['body']): Token[] {
  let position = 0;
  let sentence = 0;
  return body.flatMap((sentences, paragraph) =>
    sentences.flatMap((list) => {
      sentence += 1;
      return list.map((written) => ({ written, sentence, paragraph, position: position++ }));
    }),
  );
}

function fieldsOf({ fields, body }: InventedArticle): Fields {
  return {
    headline: apart([fields.headline]),
    standfirst: apart([fields.standfirst]),
    byline: apart([fields.byline]),
    place: apart([fields.place]),
    agency: apart([fields.agency]),
    caption: apart(
      fields.captions.flatMap(({ text, credit }) => (credit === null ? [text] : [text, credit])),
    ),
    body: bodyTokens(body),
    furniture: apart(fields.furniture),
  };
}

/** Whether `word` is what a pattern with `*` and `?` says. */
function isLike(pattern: string, word: string): boolean {
  const [sign, ...rest] = [...pattern];
  const [letter, ...others] = [...word];
  if (sign === undefined) return letter === undefined;
  const left = rest.join('');
  if (sign === '*') return isLike(left, word) || (letter !== undefined && isLike(pattern, others.join('')));
  return letter !== undefined && (sign === '?' || sign === letter) && isLike(left, others.join(''));
}

/** Insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(0) === b.at(0) ? 0 : 1;
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    distance(a.slice(1), b.slice(1)) + same,
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
    swapped ? distance(a.slice(2), b.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

function isWrittenAs(word: string, as: WordNode['written']): boolean {
  const hasCapital = word !== word.toLowerCase();
  if (as === 'caps') return hasCapital;
  if (as === 'nocaps') return !hasCapital;
  if (as === 'allcaps') return hasCapital && word === word.toUpperCase();
  return true;
}

type Asked = Readonly<{ text: string; editDistance: number; written?: WordNode['written'] }>;

function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

function fits({ text, editDistance, written }: Asked, word: string, inPhrase: boolean): boolean {
  if (written === 'exact') return isLike(text, word);
  if (!isWrittenAs(word, written)) return false;
  const own = knownWord(word);
  // A stop word is no word that a pattern finds by itself.
  const isHidden = own.isStop && !inPhrase && written === undefined;
  if (isPattern(text)) return !isHidden && isLike(folded(text), own.form);
  if (editDistance > 0) return !isHidden && distance(folded(text), own.form) <= editDistance;
  const asCased = written === 'nocaps' ? text.toLowerCase() : text.toUpperCase();
  return own.stem === knownWord(text).stem || (written !== undefined && own.stem === knownWord(asCased).stem);
}

type Kind<Name extends QueryNode['kind']> = Extract<QueryNode, { kind: Name }>;

class Reading {
  readonly #article: InventedArticle;
  readonly #fields: Fields;

  constructor(article: InventedArticle, fields: Fields = fieldsOf(article)) {
    this.#article = article;
    this.#fields = fields;
  }

  verdict(node: QueryNode): Verdict {
    switch (node.kind) {
      case 'all':
      case 'any': {
        const parts = node.nodes.map((part) => this.verdict(part));
        const counted = parts.filter(({ stopWord }) => !stopWord);
        const asked = counted.length > 0 ? counted : parts;
        const holds =
          node.kind === 'all' ? asked.every((part) => part.holds) : asked.some((part) => part.holds);
        return { holds, stopWord: counted.length === 0 };
      }
      case 'required':
        return this.verdict(node.node);
      case 'word':
      case 'phrase':
        return { holds: this.#spans(node).length > 0, stopWord: isStopWord(node) };
      case 'everything':
      case 'nothing':
      case 'not':
      case 'near':
      case 'atleast':
      case 'note':
        return { holds: this.#holds(node), stopWord: false };
      case 'tag':
      case 'source':
      case 'folder':
      case 'format':
      case 'is':
      case 'has':
      case 'named':
      case 'days':
      case 'words':
        return { holds: this.#passes(node), stopWord: false };
    }
  }

  #holds(node: Kind<'everything' | 'nothing' | 'not' | 'near' | 'atleast' | 'note'>): boolean {
    switch (node.kind) {
      case 'everything':
        return true;
      case 'nothing':
        return false;
      case 'not':
        return !this.verdict(node.node).holds;
      case 'near':
        return this.#spans(node).length > 0;
      case 'atleast': {
        const places = this.#spans(node.node).map(
          ({ field, first, last }) => `${field} ${String(first)} ${String(last)}`,
        );
        return new Set(places).size >= node.count;
      }
      case 'note':
        return new Reading(this.#article, { caption: apart(this.#article.notes) }).verdict(node.node).holds;
    }
  }

  #passes(
    node: Kind<'tag' | 'source' | 'folder' | 'format' | 'is' | 'has' | 'named' | 'days' | 'words'>,
  ): boolean {
    const { fields, tags, notes, folder, format, marks } = this.#article;
    switch (node.kind) {
      case 'tag':
        return tags.some((tag) => tag === node.name || tag.startsWith(`${node.name}/`));
      case 'source':
      case 'folder':
        return folder === node.name;
      case 'format':
        return format === node.name;
      case 'is':
        if (node.state === 'undated') return !this.#isDated();
        if (node.state === 'untagged') return tags.length === 0;
        if (node.state === 'unread') return !marks.includes('read');
        return node.state === 'starred' ? tags.includes('Starred') : marks.includes(node.state);
      case 'has':
        if (node.what === 'date') return this.#isDated();
        if (node.what === 'highlight') return marks.includes('highlighted');
        return node.what === 'tag' ? tags.length > 0 : notes.length > 0;
      case 'named': {
        const values = { language: fields.language, outlet: fields.outlet, section: fields.section };
        const value = values[node.filter.name]?.toLowerCase() ?? null;
        return value !== null && isLike(node.value, value);
      }
      case 'days': {
        const { published } = fields;
        if (published === null || (published.guess !== undefined && !node.orGuessed)) return false;
        const day = publishedDay(published.date);
        return day >= node.from && day <= node.to;
      }
      case 'words':
        return fields.words >= node.from && fields.words <= node.to;
    }
  }

  #isDated(): boolean {
    const { published } = this.#article.fields;
    return published !== null && published.guess?.part !== 'year';
  }

  #spans(node: SpanNode): Span[] {
    switch (node.kind) {
      case 'word':
        return this.#runs(
          node,
          [{ text: node.text, editDistance: node.editDistance, written: node.written }],
          0,
        );
      case 'phrase': {
        const asked = node.text.split(' ').map((text) => ({ text, editDistance: 0, written: node.written }));
        return this.#runs(node, asked, node.slack);
      }
      case 'any':
        return node.nodes.flatMap((part) => this.#spans(part));
      case 'near':
        return this.#near(node);
    }
  }

  /** Words one after the other, with at most `slack` others between them; from each start the shortest run. */
  #runs({ field }: WordNode | PhraseNode, asked: readonly Asked[], slack: number): Span[] {
    return Object.entries(this.#fields).flatMap(([name, tokens]) => {
      const places = placesIn(field, name, tokens);
      if (places === null) return [];
      const inPhrase = asked.length > 1 || isZone(field);
      return places.flatMap(({ position: first }): Span[] => {
        let last = first - 1;
        for (const [nth, one] of asked.entries()) {
          const next = tokens.find(
            ({ position, written }) =>
              (nth === 0 ? position === first : position > last) && fits(one, written, inPhrase),
          );
          if (next === undefined) return [];
          last = next.position;
        }
        const isShort = last - first <= asked.length - 1 + slack;
        const isInside = places.some(({ position }) => position === last);
        return isShort && isInside ? [{ field: name, first, last }] : [];
      });
    });
  }

  #near({ left, right, nearness, negated }: NearNode): Span[] {
    const lefts = this.#spans(left);
    const rights = this.#spans(right);
    if (negated) {
      return lefts.filter(
        (span) =>
          !rights.some((other) => {
            if (other.field !== span.field) return false;
            if (span.last < other.first) return this.#isNear(nearness.within, span.last, other);
            if (nearness.ordered) return false;
            if (other.last < span.first) return this.#isNear(nearness.within, other.last, span);
            return span.first !== other.first || span.last !== other.last;
          }),
      );
    }
    return lefts.flatMap((span) =>
      rights.flatMap((other): Span[] => {
        if (other.field !== span.field) return [];
        const { field } = span;
        if (span.last < other.first) {
          return this.#isNear(nearness.within, span.last, other)
            ? [{ field, first: span.first, last: other.last }]
            : [];
        }
        if (nearness.ordered || other.last >= span.first) return [];
        return this.#isNear(nearness.within, other.last, span)
          ? [{ field, first: other.first, last: span.last }]
          : [];
      }),
    );
  }

  #isNear(within: number | 'sentence' | 'paragraph', before: number, { field, first }: Span): boolean {
    if (typeof within === 'number') return first - before <= within;
    const tokens = this.#fields[field] ?? [];
    const at = (position: number): Token | undefined => tokens.find((token) => token.position === position);
    return at(before)?.[within] === at(first)?.[within];
  }
}

function isZone(field: string | null): boolean {
  return field !== null && /^(?:lead|hlead|first\d+)$/.test(field);
}

/** The tokens of a field that belong to what is named; null where the field does not. */
function placesIn(named: string | null, field: string, tokens: readonly Token[]): readonly Token[] | null {
  if (named === null) return searched.includes(field) ? tokens : null;
  if (named === 'hlead' && field === 'headline') return tokens;
  if (!isZone(named)) return named === field ? tokens : null;
  if (field !== 'body') return null;
  if (!named.startsWith('first')) return tokens.filter(({ paragraph }) => paragraph === tokens[0]?.paragraph);
  return tokens.filter(({ position }) => position < Number(named.slice('first'.length)));
}

/** One stop word, in whatever way it may be written. */
function isStopWord({ text, written }: WordNode | PhraseNode): boolean {
  return written === undefined && !text.includes(' ') && !isPattern(text) && knownWord(text).isStop;
}

/** Places of the articles that a query asks for; excluded ones are found by what names them anywhere. */
export function plainAnswer(node: QueryNode, articles: readonly InventedArticle[]): number[] {
  const isHidden = (article: InventedArticle): boolean =>
    article.marks.includes('excluded') && !JSON.stringify(node).includes('"state":"excluded"');
  return articles.flatMap((article, nth) =>
    !isHidden(article) && new Reading(article).verdict(node).holds ? [nth] : [],
  );
}
