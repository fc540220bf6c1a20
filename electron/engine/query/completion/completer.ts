import type {
  Suggestion,
  SuggestionKind,
  Suggestions,
  SuggestRequest,
} from '../../../contract/suggestions.ts';
import type { NamedColumnName } from '../../../contract/named-columns.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { fold } from '../../analysis/fold.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { articleStates, possessions } from '../grammar/article-states.ts';
import { fieldNames } from '../grammar/field-names.ts';
import { columnFilterOf, isFilterName } from '../grammar/filter-names.ts';
import { namesOfLanguage } from '../grammar/filters/names-of-language.ts';
import { callNames } from '../grammar/lexer/query-calls.ts';
import { quotedIfNeeded } from '../grammar/quoted-value.ts';
import { typedPart, type TypedPart } from './typed-part.ts';
import { wordCompletions } from './word-completions.ts';

/** `articles` null: how many have it is not counted. */
export type CountedName = Readonly<{ name: string; articles: number | null }>;

/** Names that the library has. */
export type KnownNames = Readonly<{
  tags: () => readonly CountedName[];
  /** Last parts of the paths of sources. */
  sources: () => readonly CountedName[];
  folders: () => readonly CountedName[];
  formats: () => readonly CountedName[];
  /** Of a column of the index, over all live articles. */
  named: (snapshot: IndexSnapshot, column: NamedColumnName) => readonly CountedName[];
}>;

const maxWords = 6;
const maxOthers = 4;
const operators = ['AND', 'OR', 'NOT', 'w/5', 'pre/5', 'w/s', 'w/p'];

/** Completes what is being typed in a query of grammar `news`. */
export class Completer {
  readonly #analysis: Analysis;
  readonly #names: KnownNames;

  constructor(analysis: Analysis, names: KnownNames) {
    this.#analysis = analysis;
    this.#names = names;
  }

  suggest(snapshot: IndexSnapshot, { query, caret }: SuggestRequest): Suggestions {
    const part = typedPart(query, caret);
    if (part === null) return { from: caret, to: caret, suggestions: [] };
    const isFilter = part.field !== null && isFilterName(part.field);
    const suggestions = isFilter ? this.#values(snapshot, part) : this.#words(snapshot, part);
    return {
      from: part.from,
      to: part.to,
      suggestions: suggestions.filter(({ text }) => text !== query.slice(part.from, part.to)),
    };
  }

  #words(snapshot: IndexSnapshot, { text, field }: TypedPart): Suggestion[] {
    const words = wordCompletions(snapshot, this.#analysis, text, maxWords).map(
      ({ word, articles }): Suggestion => ({ kind: 'word', text: word, articles }),
    );
    // Words are those of whole articles: what is called so comes first.
    if (field === 'place' || field === 'agency') {
      const names = this.#phrases(snapshot, field, text);
      const called = new Set(names.map((name) => fold(name.text)));
      return [...names, ...words.filter((word) => !called.has(fold(word.text)))];
    }
    if (field !== null) return words;
    const signs = text.length < 2 ? [] : [...operatorsLike(text), ...fieldsLike(text)];
    return [...words, ...signs.slice(0, maxOthers), ...this.#named(snapshot, text)];
  }

  /** Tags, outlets and places by their names, as the filters that they would be. */
  #named(snapshot: IndexSnapshot, text: string): Suggestion[] {
    if (text.length < 2) return [];
    const written = (kind: SuggestionKind, names: readonly CountedName[]): Suggestion[] =>
      like(names, text, 2).map(({ name, articles }) => ({
        kind,
        text: `${kind}:${quotedIfNeeded(name)}`,
        articles,
      }));
    return [
      ...written('tag', this.#names.tags()),
      ...written('outlet', this.#names.named(snapshot, 'outlets')),
      ...written('place', this.#names.named(snapshot, 'places')),
    ].slice(0, maxOthers);
  }

  #phrases(snapshot: IndexSnapshot, kind: 'place' | 'agency', text: string): Suggestion[] {
    const column = kind === 'place' ? 'places' : 'agencies';
    return like(this.#names.named(snapshot, column), text, maxOthers).map(({ name, articles }) => ({
      kind,
      text: quotedIfNeeded(name),
      articles,
    }));
  }

  #values(snapshot: IndexSnapshot, { text, field }: TypedPart): Suggestion[] {
    const column = columnFilterOf(field ?? '')?.column;
    if (column === 'languages') return this.#languages(snapshot, text);
    const all = maxWords + maxOthers;
    const list = (kind: SuggestionKind, names: readonly CountedName[]): Suggestion[] =>
      like(names, text, all).map(({ name, articles }) => ({ kind, text: quotedIfNeeded(name), articles }));
    if (column === 'outlets') return list('outlet', this.#names.named(snapshot, column));
    if (column === 'sections') return list('section', this.#names.named(snapshot, column));
    switch (field) {
      case 'tag':
        return list('tag', this.#names.tags());
      case 'source':
        return list('source', this.#names.sources());
      case 'folder':
        return list('folder', this.#names.folders());
      case 'format':
        return list('format', this.#names.formats());
      case 'is':
        return begun(articleStates, text);
      case 'has':
        return begun(possessions, text);
      case null:
      default:
        return [];
    }
  }

  #languages(snapshot: IndexSnapshot, text: string): Suggestion[] {
    const lower = text.toLowerCase();
    return this.#names.named(snapshot, 'languages').flatMap(({ name: code, articles }): Suggestion[] => {
      const name = [...namesOfLanguage(code), code].find((one) => one.startsWith(lower));
      return name === undefined ? [] : [{ kind: 'language', text: quotedIfNeeded(name), articles }];
    });
  }
}

/** Names that begin so, or of which a later word does; those of most articles first. */
function like(names: readonly CountedName[], text: string, max: number): CountedName[] {
  const wanted = fold(text);
  const rank = (name: string): number => {
    const folded = fold(name);
    if (folded.startsWith(wanted)) return 0;
    return folded.split(/[\s/_-]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return names
    .map((counted) => ({ counted, rank: rank(counted.name) }))
    .filter(({ rank: own }) => own < 2)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (b.counted.articles ?? 0) - (a.counted.articles ?? 0) ||
        (a.counted.name < b.counted.name ? -1 : 1),
    )
    .slice(0, max)
    .map(({ counted }) => counted);
}

function begun(values: readonly string[], text: string): Suggestion[] {
  return values
    .filter((value) => value.startsWith(text.toLowerCase()))
    .map((value) => ({ kind: 'state', text: value, articles: null }));
}

/** Operators that begin so, as they are written: `AND` for `AN`, `caps(` for `ca`. */
function operatorsLike(text: string): Suggestion[] {
  return [
    ...operators.filter((name) => name.startsWith(text)),
    ...callNames.filter((name) => name.startsWith(text)).map((name) => `${name}(`),
  ].map((name) => ({
    kind: 'operator',
    text: name,
    articles: null,
  }));
}

function fieldsLike(text: string): Suggestion[] {
  const lower = text.toLowerCase();
  return [...fieldNames.keys()]
    .filter((name) => name.startsWith(lower) && fieldNames.get(name) === name)
    .map((name) => ({ kind: 'field', text: `${name}:`, articles: null }));
}
