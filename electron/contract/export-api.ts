import type { PackingApi } from './packing-api.ts';
import type { ArticleSelection } from './search.ts';

/** What can be taken out of an article, in the order in which it is written. */
export const exportFields = [
  'headline',
  'standfirst',
  'byline',
  'agency',
  'outlet',
  'section',
  'place',
  'published',
  'language',
  'direction',
  'url',
  'words',
  'body',
  'captions',
  'furniture',
  'tags',
  'labels',
  'notes',
  'highlights',
  'path',
  'locations',
  'missing',
  'encoding',
  'sha256',
  'evidence',
  'corrections',
] as const;
export type ExportField = (typeof exportFields)[number];

/** One file for all articles, or one for each, in a folder with an index. */
export const exportLayouts = ['one', 'many'] as const;
export type ExportLayout = (typeof exportLayouts)[number];

type FormatRow = Readonly<{
  /** Of its files. */
  ending: string;
  /** The first is the usual one. */
  layouts: readonly [ExportLayout, ...ExportLayout[]];
  /** What it has a place for. */
  carries: readonly ExportField[];
  /** What is written of that where nothing was chosen. */
  usual: readonly ExportField[];
}>;

const inCells = exportFields.filter(
  (field) => !['highlights', 'locations', 'evidence', 'corrections'].includes(field),
);
const usualCells = inCells.filter(
  (field) => !['furniture', 'direction', 'encoding', 'missing'].includes(field),
);
const cited: readonly ExportField[] = [
  ...(['headline', 'standfirst', 'byline', 'agency', 'outlet', 'section', 'place', 'published'] as const),
  ...(['language', 'url', 'tags', 'notes'] as const),
];
const read: readonly ExportField[] = [...cited, 'direction', 'body', 'captions', 'labels', 'path'];
const usualRead = read.filter((field) => field !== 'labels' && field !== 'path');

/** A format that is written into one file only, with all that it has a place for. */
function oneFile(ending: string, carries: readonly ExportField[], usual = carries): FormatRow {
  return { ending, layouts: ['one'], carries, usual };
}

/** Every format that articles are taken out in: what the window offers, what `--format` takes and what is written follow from it. */
export const exportFormats = {
  jsonl: oneFile('jsonl', exportFields),
  csv: oneFile('csv', inCells, usualCells),
  ris: oneFile('ris', cited),
  'ris-zotero': oneFile('ris', cited),
  biblatex: oneFile('bib', cited),
  'csl-json': oneFile('json', cited),
  markdown: { ending: 'md', layouts: ['one', 'many'], carries: read, usual: usualRead },
  html: { ending: 'html', layouts: ['one', 'many'], carries: read, usual: usualRead },
  text: { ending: 'txt', layouts: ['many'], carries: inCells, usual: usualCells },
  tei: { ending: 'xml', layouts: ['one', 'many'], carries: read, usual: usualRead },
  annotations: oneFile('jsonld', ['headline', 'url', 'notes', 'highlights', 'sha256']),
} as const satisfies Readonly<Record<string, FormatRow>>;
export type ExportFormat = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]];

/** The row of a format. */
export function exportFormatRow(format: ExportFormat): FormatRow {
  return exportFormats[format];
}

export type ExportRequest = Readonly<{
  selection: ArticleSelection;
  format: ExportFormat;
  /** Null for the usual ones; the rest, and what the format has no place for, is left out. */
  fields: readonly ExportField[] | null;
  layout: ExportLayout;
  /** Absolute path of the file, or of a folder that is not there yet; null for standard output. */
  path: string | null;
  /** Copies the files that the articles were read from along, into a folder beside the file, or inside the folder. */
  originals: boolean;
}>;

/** How far an export is: articles written, of how many. */
export type ExportProgress = Readonly<{ path: string | null; done: number; total: number }>;

export type ExportDone = Readonly<{
  path: string | null;
  articles: number;
  /** Articles that left the library meanwhile, or whose text is damaged. */
  left: number;
  originals: Readonly<{ copied: number; missing: number }>;
}>;

export interface ExportApi extends PackingApi {
  /**
   * Writes articles in the order of their answer. Nothing lies at `path` before all of it is written; giving the call up leaves
   * nothing behind. Fails with `disk-full`, and with `bad-request` where it can't be written or a source is read.
   */
  exportArticles(request: ExportRequest): Promise<ExportDone>;
}
