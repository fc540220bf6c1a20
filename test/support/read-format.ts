import { readRecord } from '../../electron/engine/article/read-record.ts';
import type { ArticleFields } from '../../electron/contract/article.ts';
import type { ByteSource } from '../../electron/engine/ingest/formats/byte-source.ts';
import { isRecordFailure, type RecordFailure } from '../../electron/engine/ingest/formats/format-reader.ts';
import { readableFormats } from '../../electron/engine/ingest/formats/readable-formats.ts';

/** An article of a file, with what its record says besides. */
export type ReadArticle = ArticleFields &
  Readonly<{ key: string | null; encoding: string; declaredWords: number | null }>;

export type ReadFile = Readonly<{
  /** Of the reader that was surest. */
  format: string;
  articles: readonly ReadArticle[];
  failures: readonly RecordFailure[];
  declared: number | null;
}>;

/** The bytes of a file, in memory. */
export function byteSource(content: string | Uint8Array): ByteSource {
  const bytes = Buffer.from(content);
  return {
    size: bytes.length,
    head: () => bytes.subarray(0, 65_536),
    at: (start, length) => bytes.subarray(start, start + length),
    whole: () => bytes,
  };
}

/** Reads a file as an import would: by the reader that is surest of it, and each record as an article. */
export async function readFormat(
  name: string,
  content: string | Uint8Array,
  encoding: string | null = null,
): Promise<ReadFile> {
  const input = byteSource(content);
  const found = await readableFormats.formatOf(input, name);
  if (found === null) throw new Error(`no reader takes ${name}`);
  const articles: ReadArticle[] = [];
  const failures: RecordFailure[] = [];
  let declared: number | null = null;
  const about = { path: name, fileTimeMs: Date.UTC(2025, 5, 1), today: '2026-01-01', encoding };
  const declare = (count: number): void => {
    declared = count;
  };
  for await (const record of found.reader.read(input, { ...about, begin: () => true, declare })) {
    if (isRecordFailure(record)) failures.push(record);
    else {
      const { fields } = readRecord(record.text, record.said, about);
      const { key, declaredWords = null } = record;
      articles.push({ ...fields, key, encoding: record.encoding, declaredWords });
    }
  }
  return { format: found.format.name, articles, failures, declared };
}
