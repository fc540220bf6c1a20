import { SaidError } from '../../../../contract/failure.ts';
import { sentence } from '../../../../words/sentence.ts';
import type { FilesBeside } from '../byte-source.ts';
import { isRecordFailure } from '../format-reader.ts';
import { altoBlocks, type AltoBlock } from './alto-blocks.ts';
import type { Area } from './mets-items.ts';

/** Articles go over a few pages; more are read again. */
const pagesKept = 8;

/** A page that an article needs and that can't be had. */
export class PageError extends SaidError {}

type Page = Readonly<{
  blocks: readonly AltoBlock[];
  /** By their own ids and those of what they compose. */
  byId: ReadonlyMap<string, readonly AltoBlock[]>;
}>;

/** The pages of an issue, read when an article needs them. */
export class AltoPages {
  readonly #files: ReadonlyMap<string, string>;
  readonly #beside: FilesBeside;
  readonly #encoding: string | null;
  readonly #pages = new Map<string, Page>();

  constructor(files: ReadonlyMap<string, string>, beside: FilesBeside, encoding: string | null) {
    this.#files = files;
    this.#beside = beside;
    this.#encoding = encoding;
  }

  /** The blocks of an area, or the parts of blocks that are in it; none for one that holds no text, such as a picture. */
  blocksOf({ file, begin, end }: Area): readonly AltoBlock[] {
    const page = this.#pages.get(file) ?? this.#read(file);
    this.#pages.delete(file);
    this.#pages.set(file, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= pagesKept) break;
      this.#pages.delete(oldest);
    }
    const own = page.byId.get(begin);
    if (own === undefined) return stretchOf(page.blocks, begin, end === '' ? begin : end);
    const last = page.byId.get(end)?.at(-1);
    const first = own[0];
    if (last === undefined || first === undefined || end === begin) return own;
    return page.blocks.slice(page.blocks.indexOf(first), page.blocks.indexOf(last) + 1);
  }

  #read(file: string): Page {
    const path = this.#files.get(file);
    const input = path === undefined ? null : this.#beside.open(path);
    if (input === null) throw new PageError(sentence('file.page-missing', { page: path ?? file }));
    try {
      const blocks: AltoBlock[] = [];
      const byId = new Map<string, AltoBlock[]>();
      for (const found of altoBlocks(input, this.#encoding)) {
        if (isRecordFailure(found))
          throw new PageError(sentence('file.page-unread', { page: path ?? file, why: found.reason }));
        blocks.push(found);
        for (const id of [found.id, ...found.within]) {
          const known = byId.get(id);
          if (known === undefined) byId.set(id, [found]);
          else known.push(found);
        }
      }
      return { blocks, byId };
    } finally {
      input.close();
    }
  }
}

/** What stands from one word to another, both included, as the British Library says what belongs to an article. */
function stretchOf(blocks: readonly AltoBlock[], begin: string, end: string): AltoBlock[] {
  const found: AltoBlock[] = [];
  let isInside = false;
  for (const block of blocks) {
    const lines = block.lines.map((words) =>
      words.filter(({ id }) => {
        isInside ||= id === begin;
        const own = isInside;
        if (id === end) isInside = false;
        return own;
      }),
    );
    const own = lines.filter((words) => words.length > 0);
    if (own.length > 0) found.push({ ...block, lines: own });
  }
  return found;
}
