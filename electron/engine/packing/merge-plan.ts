import { basename } from 'node:path';
import type { MergeReport } from '../../contract/packing-api.ts';
import { tagId } from '../../contract/ids.ts';
import { sentence, type Said } from '../../words/sentence.ts';
import type { HighlightRow, NoteRow } from '../library/checksums.ts';
import { highlightColumns } from '../library/highlights/highlight-rows.ts';
import { foldTagName } from '../library/tags/tag-name.ts';
import type { TagStep } from '../library/tags/tag-steps.ts';
import type { Database, Statement } from '../sqlite.ts';
import type { TheirSearch, TheirTag, TheirWork } from './their-work.ts';

const saidConflicts = 100;

/** What a merge does, and what is said of it. */
export type MergePlan = Readonly<{
  tags: readonly TagStep[];
  notes: readonly Omit<NoteRow, 'id'>[];
  highlights: readonly Omit<HighlightRow, 'id'>[];
  searches: readonly TheirSearch[];
  /** Of this library. */
  articles: number;
  report: MergeReport;
}>;

/** Compares what people did in another library with what they did in this one, article by article of the same content. */
export function planMerge(ours: Database, theirs: Database, work: TheirWork): MergePlan {
  return new Planner(ours, theirs).plan(work);
}

class Planner {
  readonly #ours: Database;
  readonly #theirHash: Statement<{ sha256: Uint8Array }>;
  readonly #ourId: Statement<{ id: number }>;
  readonly #place: Statement<{ path: string }>;
  readonly #matches = new Map<number, number | null>();
  readonly #touched = new Set<number>();
  readonly #conflicts: Said[] = [];
  #conflicting = 0;
  #known = 0;

  constructor(ours: Database, theirs: Database) {
    this.#ours = ours;
    this.#theirHash = theirs.prepare('SELECT sha256 FROM articles WHERE id = ?');
    this.#ourId = ours.prepare('SELECT id FROM articles WHERE sha256 = ? ORDER BY missing, id LIMIT 1');
    this.#place = ours.prepare('SELECT path FROM locations WHERE article = ? ORDER BY missing, path LIMIT 1');
  }

  plan(work: TheirWork): MergePlan {
    const tags = this.#tags(work.tags);
    const notes = this.#notes(work.notes);
    const highlights = this.#highlights(work.highlights);
    const searches = this.#searches(work.searches);
    const matched = [...this.#matches.values()].filter((id) => id !== null).length;
    return {
      tags,
      notes,
      highlights,
      searches,
      articles: this.#touched.size,
      report: {
        marked: this.#matches.size,
        matched,
        tags: tags.filter(({ step }) => step === 'create').length,
        tagged: tags.reduce((sum, step) => sum + ('articles' in step ? step.articles.length : 0), 0),
        notes: notes.length,
        highlights: highlights.length,
        searches: searches.length,
        known: this.#known,
        damaged: work.damaged,
        conflicts: this.#conflicts,
        conflicting: this.#conflicting,
      },
    };
  }

  #tags(tags: readonly TheirTag[]): TagStep[] {
    const named = this.#ours.prepare<{ id: number; colour: string }>(
      'SELECT id, colour FROM tags WHERE folded = ?',
    );
    const has = this.#ours.prepare('SELECT 1 FROM article_tags WHERE tag = ? AND article = ?');
    let next = this.#nextTag();
    const made = new Map<string, number>();
    const steps: TagStep[] = [];
    for (const { name, colour, articles } of tags) {
      const folded = foldTagName(name);
      const own = named.get(folded);
      const here = articles.map((id) => this.#match(id)).filter((id) => id !== null);
      const lacking = own === undefined ? here : here.filter((id) => has.get(own.id, id) === undefined);
      this.#known += here.length - lacking.length;
      if (own !== undefined && own.colour !== colour) this.#conflict(sentence('pack.tag-colour', { name }));
      if (lacking.length === 0) continue;
      const id = own?.id ?? made.get(folded) ?? next++;
      if (own === undefined && !made.has(folded))
        steps.push({ step: 'create', tag: tagId(id), name, colour });
      made.set(folded, id);
      for (const article of lacking) this.#touched.add(article);
      steps.push({ step: 'attach', tag: tagId(id), articles: Uint32Array.from(new Set(lacking)).sort() });
    }
    return steps;
  }

  #nextTag(): number {
    const sql = `SELECT max(ifnull((SELECT max(id) FROM tags), 0),
      ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'tags'), 0)) AS last`;
    return (this.#ours.prepare<{ last: number }>(sql).get()?.last ?? 0) + 1;
  }

  #notes(notes: readonly NoteRow[]): Omit<NoteRow, 'id'>[] {
    const own = this.#ours.prepare<NoteRow>(
      'SELECT id, article, text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs FROM notes WHERE article = ?',
    );
    return notes.flatMap((note) => {
      const article = this.#match(note.article);
      if (article === null) return [];
      const there = own.all(article);
      if (there.some(({ text }) => text === note.text)) {
        this.#known += 1;
        return [];
      }
      // A copy of one note that was changed on one side or on both.
      if (there.some(({ createdAtMs }) => createdAtMs === note.createdAtMs))
        this.#conflict(sentence('pack.note-otherwise', { file: this.#fileOf(article) }));
      this.#touched.add(article);
      const { text, createdAtMs, changedAtMs } = note;
      return [{ article, text, createdAtMs, changedAtMs }];
    });
  }

  #highlights(highlights: readonly HighlightRow[]): Omit<HighlightRow, 'id'>[] {
    const own = this.#ours.prepare<HighlightRow>(
      `SELECT ${highlightColumns} FROM highlights WHERE article = ?`,
    );
    return highlights.flatMap(({ id: _, ...mark }) => {
      const article = this.#match(mark.article);
      if (article === null) return [];
      const same = own
        .all(article)
        .filter(({ exact, start, end }) => exact === mark.exact && start === mark.start && end === mark.end);
      const isKnown = same.some(({ note, colour }) => note === mark.note && colour === mark.colour);
      if (same.length > 0 && !isKnown)
        this.#conflict(
          sentence(mark.note === '' ? 'pack.mark-otherwise' : 'pack.mark-noted-otherwise', {
            file: this.#fileOf(article),
            text: openingOf(mark.exact),
          }),
        );
      // Without words of its own, there is nothing in it that this library lacks.
      if (isKnown || (same.length > 0 && mark.note === '')) {
        this.#known += 1;
        return [];
      }
      this.#touched.add(article);
      return [{ ...mark, article }];
    });
  }

  #searches(searches: readonly TheirSearch[]): TheirSearch[] {
    const own = new Map(
      this.#ours
        .prepare<{ name: string; question: string }>('SELECT name, question FROM saved_searches')
        .all()
        .map(({ name, question }) => [name, question]),
    );
    return searches.flatMap((search) => {
      const { name, question } = search;
      const there = own.get(name);
      if (there === JSON.stringify(question)) {
        this.#known += 1;
        return [];
      }
      if (namesOwnThings(question)) {
        this.#conflict(sentence('pack.search-narrowed', { name }));
        return [];
      }
      if (there === undefined) return [search];
      const other = freeName(name, own);
      own.set(other, JSON.stringify(question));
      this.#conflict(sentence('pack.search-otherwise', { name, other }));
      return [{ ...search, name: other }];
    });
  }

  /** The article here that has the content of one there. */
  #match(id: number): number | null {
    const before = this.#matches.get(id);
    if (before !== undefined) return before;
    const hash = this.#theirHash.get(id)?.sha256;
    const found = hash === undefined ? null : (this.#ourId.get(hash)?.id ?? null);
    this.#matches.set(id, found);
    return found;
  }

  #fileOf(article: number): string {
    return basename(this.#place.get(article)?.path ?? String(article));
  }

  #conflict(said: Said): void {
    this.#conflicting += 1;
    if (this.#conflicts.length < saidConflicts) this.#conflicts.push(said);
  }
}

/** Tags and sources have other ids there. */
function namesOwnThings({ filter }: TheirSearch['question']): boolean {
  const { tags, sources, not } = filter;
  return [tags, sources, not?.tags, not?.sources].some((ids) => ids !== undefined && ids.length > 0);
}

function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  for (let nth = 2; ; nth += 1) {
    const other = `${name} (${String(nth)})`;
    if (!taken.has(other)) return other;
  }
}

const openingLength = 40;

function openingOf(exact: string): string {
  const line = exact.replace(/\s+/gu, ' ').trim();
  return line.length <= openingLength ? line : `${line.slice(0, openingLength).trimEnd()}…`;
}
