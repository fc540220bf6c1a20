import { FailureError } from '../../contract/failure.ts';
import type { SourceId } from '../../contract/ids.ts';
import { holdArticles, type ColumnRoles } from '../../contract/table-columns.ts';
import { archiveFormats, tableFormats } from '../ingest/formats/formats.ts';
import { HiddenLines } from '../library/furniture/hidden-lines.ts';
import { ColumnChoices } from '../library/sources/chosen-columns.ts';
import { ChosenEncodings } from '../library/sources/chosen-encodings.ts';
import type { SourceRow, Sources } from '../library/sources/sources.ts';
import type { Database } from '../sqlite.ts';

type FilesToRead = Readonly<{ files: number }>;

export type ReadingChoicesTools = Readonly<{
  library: Database;
  sources: Sources;
  nowMs: () => number;
  /** Runs work between two commits of an import. */
  quietly: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readAgain: (source: SourceRow, path: string) => void;
  changed: () => void;
}>;

/** What people choose of how files are read: each has the files that it is about read again. */
export class ReadingChoices {
  readonly #tools: ReadingChoicesTools;
  readonly #encodings: ChosenEncodings;

  constructor(tools: ReadingChoicesTools) {
    this.#tools = tools;
    this.#encodings = new ChosenEncodings(tools.library);
  }

  /** Fails with `not-found` for what is in no source. */
  async chooseEncoding(path: string, encoding: string | null): Promise<FilesToRead> {
    const source = this.#tools.sources.surelyHolding(path);
    const files = await this.#tools.quietly(async () =>
      this.#encodings.choose(path, encoding, this.#tools.nowMs()),
    );
    this.#tools.readAgain(source, path);
    this.#tools.changed();
    return { files };
  }

  /** Reads the tables of a source again, with these roles of their columns. */
  async chooseColumns(
    id: SourceId,
    { columns, roles }: Readonly<{ columns: readonly string[]; roles: ColumnRoles | null }>,
  ): Promise<FilesToRead> {
    const source = this.#tools.sources.get(id);
    if (roles !== null && !holdArticles(roles)) {
      const message = 'No column is a headline or a text, so that no row would be an article.';
      throw new FailureError({ code: 'bad-request', message });
    }
    const files = await this.#tools.quietly(async () =>
      new ColumnChoices(this.#tools.library).choose(
        id,
        { columns, roles },
        [...tableFormats, ...archiveFormats],
        this.#tools.nowMs(),
      ),
    );
    this.#tools.readAgain(source, source.path);
    return { files };
  }

  /** Reads the files of the source again, with these lines as furniture. */
  async hideLines(id: SourceId, lines: readonly string[]): Promise<FilesToRead> {
    const source = this.#tools.sources.get(id);
    const files = await this.#tools.quietly(async () =>
      new HiddenLines(this.#tools.library).choose(id, lines, this.#tools.nowMs()),
    );
    this.#tools.readAgain(source, source.path);
    return { files };
  }

  /** Of paths that are in no source any more. */
  forgetEncodings(): void {
    this.#encodings.forget((path) => this.#tools.sources.holding(path) !== null);
  }
}
