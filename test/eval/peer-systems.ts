import lunr from 'lunr';
import type { ArticleFields } from '../../electron/contract/article.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import type { RankingSystem } from './ranking-system.ts';

export type LunrLayout = 'headline and body' | 'one field';

function lunrDocument({ headline, body }: ArticleFields, layout: LunrLayout): Record<string, string> {
  const text = body.join('\n\n');
  return layout === 'one field' ? { body: `${headline}\n\n${text}` } : { headline, body: text };
}

/** `lunr()` as it comes: its own tokenizer, trimmer, stop words and stemmer, k1 1.2 and b 0.75. */
export function stockLunr(
  name: string,
  documents: readonly ArticleFields[],
  layout: LunrLayout,
  headlineBoost = 1,
): RankingSystem {
  const index = lunr((builder) => {
    builder.ref('id');
    if (layout !== 'one field') builder.field('headline', { boost: headlineBoost });
    builder.field('body');
    for (const [place, fields] of documents.entries()) {
      builder.add({ id: String(place + 1), ...lunrDocument(fields, layout) });
    }
  });
  return {
    name,
    rank: (words) => index.search(words.join(' ')).map(({ ref }) => Number(ref)),
    close: () => undefined,
  };
}

/** SQLite's FTS5 with its Porter stemmer and `bm25()` as it comes: every column weighs 1. */
export function fullTextSqlite(name: string, documents: readonly ArticleFields[]): RankingSystem {
  const db = openDatabase(':memory:', { readOnly: false });
  db.exec("CREATE VIRTUAL TABLE articles USING fts5(headline, body, tokenize = 'porter unicode61')");
  const insert = db.prepare('INSERT INTO articles(rowid, headline, body) VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (const [place, { headline, body }] of documents.entries()) {
    insert.run(place + 1, headline, body.join('\n\n'));
  }
  db.exec('COMMIT');
  const select = db.prepare<{ id: number }>(
    'SELECT rowid AS id FROM articles WHERE articles MATCH ? ORDER BY bm25(articles), rowid',
  );
  return {
    name,
    rank: (words) => select.all(words.map((word) => `"${word}"`).join(' OR ')).map(({ id }) => id),
    close: () => db.close(),
  };
}
