import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { ExtractedArticle } from '../../electron/contract/article.ts';
import { readArticle } from '../../electron/engine/article/read-article.ts';
import { extensionOf } from '../../electron/engine/ingest/formats/format-table.ts';
import { decodeText, isDecodeFailure } from '../../electron/engine/ingest/encodings/encodings.ts';
import { GeneratedArticles } from './generator/generated-articles.ts';

/** Which articles are measured; plain data, so that every process opens the very same ones. */
export type CorpusChoice =
  | Readonly<{ kind: 'generated'; seed: number; articles: number }>
  | Readonly<{ kind: 'folder'; dir: string; articles: number | null }>;

export type Corpus = Readonly<{
  articles: number;
  /** Path of the article's file, with `/` between the parts. */
  nameAt(number: number): string;
  /** Empty for a file that holds no text. */
  textAt(number: number): string;
}>;

export type CorpusFolder = Readonly<{ folder: string; /** Of all files. */ bytes: number }>;

export type NumberedArticle = Readonly<{ id: number; article: ExtractedArticle }>;

export function openCorpus(choice: CorpusChoice): Corpus {
  if (choice.kind === 'folder') return folderCorpus(choice.dir, choice.articles);
  const generated = new GeneratedArticles(choice.seed);
  return {
    articles: choice.articles,
    nameAt: (number) => generated.nameAt(number),
    textAt: (number) => generated.textAt(number),
  };
}

/** The .txt files under a folder, by path; the first `limit` of them. */
function folderCorpus(dir: string, limit: number | null): Corpus {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => extensionOf(name) === 'txt')
    .sort()
    .slice(0, limit ?? undefined);
  const nameOf = (number: number): string => names[number] ?? '';
  return {
    articles: names.length,
    nameAt: (number) => nameOf(number).split(sep).join('/'),
    textAt: (number) => {
      const decoded = decodeText(readFileSync(join(dir, nameOf(number))));
      return isDecodeFailure(decoded) ? '' : decoded.text;
    },
  };
}

/** One article as the import reads it out of its text. Ids begin with 1. */
export function articleAt(corpus: Corpus, number: number): NumberedArticle {
  const context = {
    path: corpus.nameAt(number),
    fileTimeMs: 0,
    today: new Date().toISOString().slice(0, 10),
  };
  return { id: number + 1, article: readArticle(corpus.textAt(number), context) };
}

/** The first `articles` of a corpus, read, some at a time. */
export function* articleBatches(
  corpus: Corpus,
  articles: number,
  size: number,
): Generator<readonly NumberedArticle[]> {
  for (let from = 0; from < articles; from += size) {
    const length = Math.min(size, articles - from);
    yield Array.from({ length }, (_, nth) => articleAt(corpus, from + nth)).filter(
      ({ article }) => article.text.trim() !== '',
    );
  }
}

/** Makes a folder of the corpus's files: in `dir`, unless it is a whole folder already. */
export function corpusFolder(choice: CorpusChoice, corpus: Corpus, dir: string): CorpusFolder {
  const isWhole = choice.kind === 'folder' && choice.articles === null;
  const folder = isWhole ? choice.dir : dir;
  let bytes = 0;
  for (let number = 0; number < corpus.articles; number += 1) {
    const name = corpus.nameAt(number);
    const path = join(folder, name);
    if (!isWhole) {
      mkdirSync(dirname(path), { recursive: true });
      if (choice.kind === 'folder') copyFileSync(join(choice.dir, name), path);
      else writeFileSync(path, corpus.textAt(number));
    }
    bytes += statSync(path).size;
  }
  return { folder, bytes };
}
