import { saidBy } from '../../../contract/failure.ts';
import { sentence, type Said, type Sentence } from '../../../words/sentence.ts';
import { articleId, type ArticleId } from '../../../contract/ids.ts';
import { rowsInSteps } from '../../rows-in-steps.ts';
import type { Database } from '../../sqlite.ts';
import { DamagedText } from './damaged-text.ts';
import { keepingNone, TextReader } from './text-reader.ts';
import { yieldToEventLoop } from '../../concurrency/serial-queue.ts';
import { TokenDictionaries } from './token-dictionaries.ts';

export type TextsCheck = Readonly<{
  problems: readonly Said[];
  /** Articles whose text can't be read. */
  unreadable: ReadonlySet<ArticleId>;
  /** False when a copy of a list of words is lost: the file has to be written anew before the other one is. */
  listsAreSound: boolean;
}>;

const textsAStep = 64;

/** Reads every text that is stored, and the lists of words that they are written by. */
export async function checkTexts(text: Database): Promise<TextsCheck> {
  const problems: Said[] = [];
  const unreadable = new Set<ArticleId>();
  let listsAreSound = true;
  try {
    for (const id of new TokenDictionaries(text).damaged()) {
      listsAreSound = false;
      const what = sentence('damage.words-copy', { id });
      problems.push(inFile(sentence('damage.checksum', { what })));
    }
    const reader = new TextReader(text, keepingNone);
    const next = text.prepare<{ article: number }>(
      `SELECT article FROM stored WHERE article > ? ORDER BY article LIMIT ${String(textsAStep)}`,
    );
    const steps = rowsInSteps(
      (last: { article: number } | null) => next.all(last?.article ?? -1),
      (row, before) => row.article > before.article,
    );
    for (const rows of steps) {
      for (const { article } of rows) {
        const id = articleId(article);
        const problem = problemOf(reader, id);
        if (problem === null) continue;
        unreadable.add(id);
        problems.push(problem);
      }
      await yieldToEventLoop();
    }
  } catch (error) {
    problems.push(inFile(saidBy(error)));
  }
  return { problems, unreadable, listsAreSound };
}

function inFile(why: Said): Sentence {
  return sentence('damage.in-file', { file: 'text.sqlite', why });
}

function problemOf(reader: TextReader, id: ArticleId): Said | null {
  try {
    reader.read([id]);
    return null;
  } catch (error) {
    if (error instanceof DamagedText) return error.said;
    throw error;
  }
}
