import type { AnnotationFormat } from '../../../electron/contract/annotation-exports.ts';
import { annotationEndings, annotationWriter } from '../../../electron/contract/annotation-exports.ts';
import type {
  AnnotationFilter,
  AnnotationOrder,
  HighlightColour,
  ListedAnnotation,
} from '../../../electron/contract/highlights.ts';
import type { SourceId } from '../../../electron/contract/ids.ts';
import { archive, shell } from '../../archive.ts';
import { toggled } from '../../state/search/search-filter.ts';

const pageRows = 100;

/** The list of all notes and highlights, and what it is narrowed to. */
export class NotesViewState {
  text = $state('');
  colours = $state.raw<readonly HighlightColour[]>([]);
  tag = $state('');
  source = $state.raw<SourceId | null>(null);
  from = $state('');
  to = $state('');
  order = $state<AnnotationOrder>('newest');
  /** Null before the first answer. */
  total = $state.raw<number | null>(null);
  rows = $state.raw<ReadonlyMap<number, ListedAnnotation>>(new Map());
  focusedRow = $state(0);
  #asked = 0;
  readonly #wanted = new Set<number>();

  readonly filter = $derived<AnnotationFilter>({
    colours: this.colours,
    tags: this.tag === '' ? [] : [this.tag],
    sources: this.source === null ? [] : [this.source],
    from: this.from === '' ? null : this.from,
    to: this.to === '' ? null : this.to,
    text: this.text.trim(),
  });
  readonly isNarrowed = $derived(
    this.filter.text !== '' ||
      this.filter.colours.length + this.filter.tags.length + this.filter.sources.length > 0 ||
      this.filter.from !== null ||
      this.filter.to !== null,
  );

  get focused(): ListedAnnotation | undefined {
    return this.rows.get(this.focusedRow);
  }

  toggleColour(colour: HighlightColour): void {
    this.colours = toggled(this.colours, [colour]);
  }

  clear(): void {
    this.text = this.tag = this.from = this.to = '';
    this.colours = [];
    this.source = null;
  }

  focusBy(rows: number): void {
    this.focus(this.focusedRow + rows);
  }

  focus(row: number): void {
    this.focusedRow = Math.max(0, Math.min((this.total ?? 1) - 1, row));
  }

  /** Asks anew; what was there stays until the answer is. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    const { total, annotations } = await this.#read(0);
    if (asked !== this.#asked) return;
    this.#wanted.clear();
    this.#wanted.add(0);
    this.rows = new Map(annotations.entries());
    this.total = total;
    this.focus(this.focusedRow);
  }

  /** Reads what of these rows is not there yet. */
  async want(first: number, last: number): Promise<void> {
    const asked = this.#asked;
    for (let page = Math.floor(first / pageRows); page <= Math.floor(last / pageRows); page += 1) {
      if (this.#wanted.has(page) || page * pageRows >= (this.total ?? 0)) continue;
      this.#wanted.add(page);
      const { annotations } = await this.#read(page * pageRows);
      if (asked !== this.#asked) return;
      const found = annotations.map((one, nth): [number, ListedAnnotation] => [page * pageRows + nth, one]);
      this.rows = new Map([...this.rows, ...found]);
    }
  }

  /** Saves all that is listed where the person says; null where they do not. */
  async save(format: AnnotationFormat): Promise<string | null> {
    const writer = annotationWriter(format);
    const pieces = [writer.head];
    for (let offset = 0; offset < (this.total ?? 0); offset += pageRows)
      pieces.push(writer.piece((await this.#read(offset)).annotations));
    pieces.push(writer.foot());
    const suggestedName = `notes.${annotationEndings[format]}`;
    return await shell.saveText({ suggestedName, text: pieces.join('') });
  }

  async #read(offset: number) {
    const { filter, order } = this;
    return await archive.listAnnotations({ filter, order, within: null, offset, limit: pageRows });
  }
}
