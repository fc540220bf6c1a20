import type { FileFailureCode } from '../../../contract/file-reports.ts';
import { saidBy, SaidError } from '../../../contract/failure.ts';
import { type Said, sentence } from '../../../words/sentence.ts';
import { dateOfPath } from '../../article/dates/date-in-name.ts';
import { isArticleFile } from '../files/crawl.ts';
import { FileError } from '../files/file-bytes.ts';
import { hasEnding, isOfSystem, skippedKind } from '../files/skipped-kind.ts';
import { SkippedCounts } from '../files/skipped-files.ts';
import { DeclaredCounts } from '../records/declared-counts.ts';
import { contentHash } from '../records/record-names.ts';
import {
  isRecordFailure,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from '../formats/format-reader.ts';
import type { FormatTable, LoadedFormat } from '../formats/format-table.ts';
import type { PackedEntry } from '../formats/packed-entry.ts';
import { archiveLimits, BoundsError, type ArchiveBounds } from './archive-bounds.ts';
import { leadsOutside, plainPath } from './entry-path.ts';
import { UnpackedBytes } from './unpacked-bytes.ts';

const openingBytes = 512;

/** What all archives of a file have in common. */
export type AroundEntries = Readonly<{
  formats: FormatTable;
  isStopped: () => boolean;
  /** Takes a sentence about the whole file. */
  remark: (remark: Said) => void;
}>;

/** Reads the entries of an archive, each as if it were a file: by the reader that is surest of it. */
export class EntryReader {
  readonly #around: AroundEntries;
  readonly #context: ReadContext;
  readonly #bounds: ArchiveBounds;
  readonly #skipped = new SkippedCounts();
  #links = 0;
  #place = 0;
  #found = 0;

  /** `context` is that of the archive, `bounds` are its own. */
  constructor(around: AroundEntries, context: ReadContext, bounds: ArchiveBounds) {
    this.#around = around;
    this.#context = context;
    this.#bounds = bounds;
  }

  async *records(
    entries: AsyncIterable<PackedEntry> | Iterable<PackedEntry>,
  ): AsyncGenerator<FoundRecord | RecordFailure> {
    for await (const entry of entries) {
      if (this.#around.isStopped()) return;
      this.#bounds.takeEntry();
      for await (const found of this.#entry({ ...entry, path: plainPath(entry.path) })) {
        this.#found += 1;
        yield found;
      }
    }
    this.#remark();
  }

  async *#entry(entry: PackedEntry): AsyncGenerator<FoundRecord | RecordFailure> {
    const { path } = entry;
    if (leadsOutside(path)) {
      yield failure(path, 'unsupported', sentence('file.outside'));
      return;
    }
    if (entry.isLink) {
      this.#links += 1;
      return;
    }
    if (hasEnding(path) && !isArticleFile(path, '', this.#around.formats)) {
      this.#skip(path, '');
      return;
    }
    if (!this.#begin(path)) return;
    const input = await UnpackedBytes.of(entry.pieces(), this.#bounds, this.#around.isStopped);
    try {
      if (!this.#around.isStopped()) yield* this.#unpacked(entry, input);
    } finally {
      input.close();
    }
  }

  async *#unpacked(entry: PackedEntry, input: UnpackedBytes): AsyncGenerator<FoundRecord | RecordFailure> {
    const { path } = entry;
    const { fault } = input;
    const opening = input.head().toString('latin1', 0, openingBytes);
    if (fault === null && !isArticleFile(path, opening, this.#around.formats)) {
      this.#skip(path, opening);
      return;
    }
    const format = input.size === 0 ? null : await this.#around.formats.formatOf(input, path);
    // Of what is one record the half is none; of many, those before the fault are whole.
    if (fault === null || format?.reader.holds === 'many') {
      if (input.size === 0) yield failure(path, 'empty', sentence('file.no-bytes'));
      else if (format === null) yield failure(path, 'unsupported', sentence('file.no-reader'));
      else yield* this.#read(entry, input, format);
    }
    if (fault !== null) yield failure(path, 'unreadable', fault);
  }

  async *#read(
    { path, modifiedMs, beside }: PackedEntry,
    input: UnpackedBytes,
    { format, reader }: LoadedFormat,
  ): AsyncGenerator<FoundRecord | RecordFailure> {
    const declared = new DeclaredCounts();
    const fileTimeMs = modifiedMs ?? this.#context.fileTimeMs;
    const dated = { path: this.#datedPath(path), fileTimeMs };
    const from = { ...dated, format: format.name };
    const context: ReadContext = {
      ...this.#context,
      ...dated,
      begin: (place, name = `record ${place}`) => this.#begin(`${path}, ${name}`),
      declare: (records) => {
        declared.declare(records);
      },
      beside,
      readEntries: (entries) => this.#inner(path, context).records(entries),
    };
    let isEmpty = true;
    try {
      for await (const found of reader.read(input, context)) {
        isEmpty = false;
        declared.met();
        if (isRecordFailure(found))
          yield { ...found, place: [path, ...(found.place === null ? [] : [found.place])].join(', ') };
        else yield { from, ...found, key: keyOf(path, reader.holds, found), original: 'text' };
      }
    } catch (error) {
      if (error instanceof BoundsError) throw error;
      isEmpty = false;
      if (input.fault === null)
        yield failure(path, error instanceof FileError ? error.code : 'unreadable', saidBy(error));
    }
    if (isEmpty && !declared.saysNone && input.fault === null && !this.#around.isStopped())
      yield failure(path, 'empty', sentence('file.no-article'));
    for (const warning of declared.warnings())
      this.#around.remark(sentence('file.says', { path, why: warning }));
  }

  /** Of an archive in this one. */
  #inner(path: string, context: ReadContext): EntryReader {
    const bounds = this.#bounds.inner();
    if (bounds === null) throw new SaidError(sentence('file.deep-archive', { max: archiveLimits.depth - 1 }));
    const remark = (inner: Said): void => {
      this.#around.remark(sentence('file.says', { path, why: inner }));
    };
    return new EntryReader({ ...this.#around, remark }, context, bounds);
  }

  /** Places are counted over all of the archive. */
  #begin(name: string): boolean {
    this.#place += 1;
    return this.#context.begin(this.#place, name);
  }

  /** A path in the archive that has no date may lie in an archive that has one. */
  #datedPath(path: string): string {
    return dateOfPath(path, this.#context.today) === null ? `${this.#context.path}/${path}` : path;
  }

  #skip(path: string, opening: string): void {
    if (!path.split('/').some(isOfSystem)) this.#skipped.add(skippedKind(path, opening));
  }

  /** Says what was passed over. */
  #remark(): void {
    const kinds = this.#skipped.list();
    const files = kinds.reduce((sum, kind) => sum + kind.files, 0);
    if (files + this.#links === 0) return;
    // An archive of pictures holds no articles, which is no failure.
    if (this.#found === 0) this.#context.declare(0);
    const counts = kinds.map(({ kind, files: count }) =>
      kind === ''
        ? sentence('file.count-of-none', { count })
        : sentence('file.count-of-kind', { count, kind }),
    );
    if (this.#links > 0) counts.push(sentence('file.count-of-links', { count: this.#links }));
    this.#around.remark(sentence('file.kinds-not-read', { kinds: counts }));
  }
}

function keyOf(path: string, holds: 'one' | 'many', found: FoundRecord): string {
  return holds === 'one' ? path : `${path}#${found.key ?? contentHash(found)}`;
}

function failure(place: string, code: FileFailureCode, reason: Said): RecordFailure {
  return { place, code, reason };
}
