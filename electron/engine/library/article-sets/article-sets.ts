import { BitSet } from '../../index/bytes/bit-set.ts';
import type { Database, Statement } from '../../sqlite.ts';
import {
  bitmapUnits,
  bodyUnits,
  headUnits,
  isBitmap,
  keyAt,
  nextSet,
  pageArticles,
  pageUnits,
} from './article-set-page.ts';
import type { ArticleSetKind } from './article-set-pages.ts';

type PageRow = Readonly<{ page: number; revision: number; members: Uint8Array }>;

const noUnits = new Uint16Array();

/**
 * The articles of every source or of every tag, held as they are stored: a million articles of a few sources take
 * 130 kB, three million pairs of articles and 100,000 tags 24 MB. Only pages that changed are read again.
 */
export class ArticleSets {
  readonly #changed: Statement<PageRow>;
  readonly #news = new Set<number>();
  #pages: Uint16Array[] = [];
  #revision = 0;
  #maxKey = 0;

  constructor(db: Database, kind: ArticleSetKind) {
    this.#changed = db.prepare<PageRow>(
      `SELECT page, revision, members FROM ${kind}_pages WHERE revision > ? ORDER BY revision`,
    );
  }

  /** Greater after a `refresh` that found something new. */
  get revision(): number {
    return this.#revision;
  }

  /** One more than the greatest article id that a set could hold. */
  get size(): number {
    return this.#pages.length * pageArticles;
  }

  /** Reads what was committed since. */
  refresh(): void {
    const rows = this.#changed.all(this.#revision);
    for (const { page, revision, members } of rows) {
      while (this.#pages.length <= page) this.#pages.push(noUnits);
      const units = pageUnits(members);
      this.#pages[page] = units;
      this.#revision = revision;
      this.#maxKey = Math.max(this.#maxKey, greatestKey(units));
      this.#news.add(page);
    }
  }

  /** The pages that any refresh found changed since this was asked last, after one more. */
  takeNews(): readonly number[] {
    this.refresh();
    const pages = [...this.#news];
    this.#news.clear();
    return pages;
  }

  /** Articles in any of the sets `keys`; in any set at all when null. */
  union(keys: ReadonlySet<number> | null): BitSet {
    const union = new BitSet(this.size);
    if (keys?.size === 0) return union;
    const wanted = new Uint8Array(this.#maxKey + 1);
    if (keys === null) wanted.fill(1);
    else for (const key of keys) if (key <= this.#maxKey) wanted[key] = 1;
    const into = new Uint16Array(union.words.buffer);
    for (const [page, units] of this.#pages.entries()) {
      const base = page * bitmapUnits;
      for (let at = 0; at < units.length;) {
        const count = units[at + 2] as number;
        const start = at + headUnits;
        const end = start + bodyUnits(count);
        if (wanted[keyAt(units, at)] === 1) {
          if (isBitmap(count)) {
            for (let nth = 0; nth < bitmapUnits; nth += 1) {
              into[base + nth] = (into[base + nth] as number) | (units[start + nth] as number);
            }
          } else {
            for (let nth = start; nth < end; nth += 1) {
              const offset = units[nth] as number;
              const unit = base + (offset >>> 4);
              into[unit] = (into[unit] as number) | (1 << (offset & 15));
            }
          }
        }
        at = end;
      }
    }
    return union;
  }

  /** How many of `articles` are in each set, by key; of all articles when null. */
  counts(articles: BitSet | null): Uint32Array {
    const counts = new Uint32Array(this.#maxKey + 1);
    const found = articles === null ? null : this.#unitsOf(articles);
    for (const [page, units] of this.#pages.entries()) {
      const here = found === null ? null : found.subarray(page * bitmapUnits, (page + 1) * bitmapUnits);
      if (here === null || isFull(here)) countAll(units, counts);
      else if (!isEmpty(here)) countFound(units, here, counts);
    }
    return counts;
  }

  /** As 16-bit units, at least as many as the pages have. */
  #unitsOf({ words }: BitSet): Uint16Array {
    const needed = this.size / 32;
    if (words.length >= needed) return new Uint16Array(words.buffer, words.byteOffset, words.length * 2);
    const padded = new Uint32Array(needed);
    padded.set(words);
    return new Uint16Array(padded.buffer);
  }
}

function greatestKey(units: Uint16Array): number {
  let key = 0;
  for (let at = 0; at < units.length; at = nextSet(units, at)) key = keyAt(units, at);
  return key;
}

function isEmpty(units: Uint16Array): boolean {
  for (const unit of units) if (unit !== 0) return false;
  return true;
}

function isFull(units: Uint16Array): boolean {
  for (const unit of units) if (unit !== 0xffff) return false;
  return true;
}

function countAll(units: Uint16Array, counts: Uint32Array): void {
  for (let at = 0; at < units.length;) {
    const count = units[at + 2] as number;
    const key = keyAt(units, at);
    counts[key] = (counts[key] as number) + count;
    at += headUnits + bodyUnits(count);
  }
}

function countFound(units: Uint16Array, found: Uint16Array, counts: Uint32Array): void {
  for (let at = 0; at < units.length;) {
    const count = units[at + 2] as number;
    const start = at + headUnits;
    const end = start + bodyUnits(count);
    let both = 0;
    if (isBitmap(count)) {
      for (let nth = 0; nth < bitmapUnits; nth += 2) {
        const low = (units[start + nth] as number) & (found[nth] as number);
        const high = (units[start + nth + 1] as number) & (found[nth + 1] as number);
        both += onesOf(low | (high << 16));
      }
    } else {
      for (let nth = start; nth < end; nth += 1) {
        const offset = units[nth] as number;
        both += ((found[offset >>> 4] as number) >>> (offset & 15)) & 1;
      }
    }
    const key = keyAt(units, at);
    counts[key] = (counts[key] as number) + both;
    at = end;
  }
}

/** Bits of a 32-bit word that are set. */
function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return (((fours + (fours >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}
