import { sentence } from '../../words/sentence.ts';
import { setImmediate } from 'node:timers/promises';
import type { FileFailure, FileFailureCode } from '../../contract/file-reports.ts';
import { FailureError } from '../../contract/failure.ts';
import { failureId, sourceId, type FailureId, type SourceId } from '../../contract/ids.ts';
import type { FailureGroup, FormatCount, SourceReport, TableFile } from '../../contract/source-reports.ts';
import { archiveFormats, tableFormats } from '../ingest/formats/formats.ts';
import type { TableToRead } from '../ingest/read-table.ts';
import { ColumnChoices } from '../library/sources/chosen-columns.ts';
import { chosenFor, ChosenEncodings } from '../library/sources/chosen-encodings.ts';
import { saidOf } from '../library/stored-said.ts';
import { reasonKind } from '../library/sources/reason-kind.ts';
import type { Database } from '../sqlite.ts';

const articlesAStep = 20_000;
const maxTables = 100;
const maxLabels = 200;
const maxFailures = 200_000;
const maxExamples = 3;
/** What other programs say of damage is of any number of kinds. */
const maxGroups = 200;

type Counts = Map<string, number>;
type OpenGroup = Omit<FailureGroup, 'failures' | 'examples'> & {
  readonly failures: FailureId[];
  readonly examples: FileFailure[];
};

/** What became of the files of sources. Between its steps, searches are answered. */
export class SourceReporter {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Fails with `not-found` for what is no table of a source. */
  tableFile(path: string): TableToRead {
    const row = this.#db
      .prepare<{ source: number }>(
        `SELECT source FROM (
           SELECT source, format FROM record_files WHERE path = ?1
           UNION ALL SELECT source, format FROM failures WHERE path = ?1 AND record = ''
         ) WHERE format IN (SELECT value FROM json_each(?2)) LIMIT 1`,
      )
      .get(path, JSON.stringify(tableFormats));
    if (row === undefined)
      throw new FailureError({ code: 'not-found', message: sentence('trouble.no-table', { path }) });
    return {
      path,
      encoding: chosenFor(path, new ChosenEncodings(this.#db).all()),
      columns: new ColumnChoices(this.#db).of(sourceId(row.source)),
    };
  }

  async of(source: SourceId): Promise<SourceReport> {
    const [articles = new Map<string, number>(), encodings, labels, single = articles] = await this.#count(
      source,
      [
        `SELECT format AS key, count(*) AS number FROM locations INDEXED BY locations_by_source
       WHERE source = ?1 AND article BETWEEN ?2 AND ?3 AND missing = 0 GROUP BY format`,
        `SELECT a.encoding AS key, count(*) AS number FROM articles a WHERE a.id BETWEEN ?2 AND ?3
       AND EXISTS (SELECT 1 FROM locations l WHERE l.source = ?1 AND l.article = a.id) GROUP BY a.encoding`,
        `SELECT x.label AS key, count(*) AS number FROM labels x WHERE x.article BETWEEN ?2 AND ?3
       AND EXISTS (SELECT 1 FROM locations l WHERE l.source = ?1 AND l.article = x.article) GROUP BY x.label`,
        // Of what lies in archives the articles are no files.
        ...(this.#holdsArchives(source)
          ? [
              `SELECT format AS key, count(*) AS number FROM locations
             WHERE source = ?1 AND article BETWEEN ?2 AND ?3 AND missing = 0 AND record = '' GROUP BY format`,
            ]
          : []),
      ],
    );
    return {
      formats: this.#formats(source, articles, single),
      encodings: inOrder(encodings).map(([encoding, number]) => ({ encoding, articles: number })),
      tables: this.#tables(source),
      labels: inOrder(labels)
        .slice(0, maxLabels)
        .map(([label, number]) => ({ label, articles: number })),
    };
  }

  /** Of all sources without one. */
  groups(source: SourceId | null): FailureGroup[] {
    const groups = new Map<string, OpenGroup>();
    const rows = this.#db
      .prepare<
        Omit<FileFailure, 'id' | 'code' | 'reason'> & Readonly<{ id: number; code: string; reason: string }>
      >(
        `SELECT id, path, nullif(record, '') AS record, code, reason, at_ms AS atMs FROM failures
         WHERE ?1 IS NULL OR source = ?1 ORDER BY path, id LIMIT ${maxFailures}`,
      )
      .all(source);
    for (const row of rows) {
      const code = row.code as FileFailureCode;
      const failure: FileFailure = { ...row, id: failureId(row.id), code, reason: saidOf(row.reason) };
      const { kind, reason } = reasonKind(failure.reason);
      const key = `${code} ${kind}`;
      const known = groups.get(key) ?? { code: failure.code, reason, failures: [], examples: [] };
      known.failures.push(failure.id);
      if (known.examples.length < maxExamples) known.examples.push(failure);
      groups.set(key, known);
    }
    return [...groups.values()].sort((a, b) => b.failures.length - a.failures.length).slice(0, maxGroups);
  }

  /** Sums of what each question counts of a source, by their keys. */
  async #count(source: SourceId, questions: readonly string[]): Promise<Counts[]> {
    const asked = questions.map((sql) => ({
      sums: new Map<string, number>(),
      of: this.#db.prepare<{ key: string; number: number }>(sql),
    }));
    const last = this.#db.prepare<{ id: number | null }>('SELECT max(id) AS id FROM articles').get()?.id ?? 0;
    for (let from = 1; from <= last; from += articlesAStep) {
      for (const { sums, of } of asked)
        for (const { key, number } of of.all(source, from, from + articlesAStep - 1))
          sums.set(key, (sums.get(key) ?? 0) + number);
      await setImmediate();
    }
    return asked.map(({ sums }) => sums);
  }

  #holdsArchives(source: SourceId): boolean {
    const sql = `SELECT 1 FROM record_files WHERE source = ? AND format IN (SELECT value FROM json_each(?)) LIMIT 1`;
    return this.#db.prepare(sql).get(source, JSON.stringify(archiveFormats)) !== undefined;
  }

  #formats(source: SourceId, articles: Counts, single: Counts): FormatCount[] {
    const byFormat = (sql: string): Counts =>
      new Map(
        this.#db
          .prepare<{ format: string; number: number }>(sql)
          .all(source)
          .map(({ format, number }) => [format, number]),
      );
    const many = byFormat(
      'SELECT format, count(*) AS number FROM record_files WHERE source = ? GROUP BY format',
    );
    const failed = byFormat(
      'SELECT format, count(*) AS number FROM failures WHERE source = ? GROUP BY format',
    );
    const names = new Set([...articles.keys(), ...many.keys(), ...failed.keys()]);
    return [...names]
      .map((format) => ({
        format,
        files: many.get(format) ?? single.get(format) ?? 0,
        articles: articles.get(format) ?? 0,
        failed: failed.get(format) ?? 0,
      }))
      .sort((a, b) => b.articles - a.articles || b.files - a.files || (a.format < b.format ? -1 : 1));
  }

  #tables(source: SourceId): TableFile[] {
    return this.#db
      .prepare<TableFile>(
        `SELECT path, format, records AS articles FROM record_files
         WHERE source = ?1 AND format IN (SELECT value FROM json_each(?2))
         UNION SELECT path, format, 0 FROM failures
         WHERE source = ?1 AND record = '' AND format IN (SELECT value FROM json_each(?2))
           AND path NOT IN (SELECT path FROM record_files)
         ORDER BY path LIMIT ${maxTables}`,
      )
      .all(source, JSON.stringify(tableFormats));
  }
}

function inOrder(counts: Counts | undefined): [string, number][] {
  return [...(counts ?? [])].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}
