import type { SourceId } from '../../../contract/ids.ts';
import type { ChosenColumns } from '../../../contract/table-columns.ts';
import { chosenFor, type ChosenEncoding } from '../../library/sources/chosen-encodings.ts';
import type { FileRegistry } from './file-registry.ts';
import type { FileToIngest } from './file-to-ingest.ts';

/** What people chose for the files of a source, as of one moment. */
export class FileChoices {
  readonly #encodings: readonly ChosenEncoding[];
  readonly #hidden: readonly string[];
  readonly #columns: readonly ChosenColumns[];

  constructor(registry: FileRegistry, source: SourceId) {
    this.#encodings = registry.chosenEncodings();
    this.#hidden = registry.hiddenLines(source);
    this.#columns = registry.chosenColumns(source);
  }

  of(path: string): Pick<FileToIngest, 'encoding' | 'hidden' | 'columns'> {
    return {
      encoding: chosenFor(path, this.#encodings),
      ...(this.#hidden.length === 0 ? {} : { hidden: this.#hidden }),
      ...(this.#columns.length === 0 ? {} : { columns: this.#columns }),
    };
  }
}
