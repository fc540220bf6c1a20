import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../byte-source.ts';

/** A stretch of text of a page as pdf.js gives it. */
export type PdfItem = Readonly<{
  str: string;
  dir: string;
  /** Scale, skew and place (PDF 32000-1, 8.3.3). */
  transform: readonly number[];
  width: number;
  height: number;
  fontName: string;
}>;

export type PdfPage = Readonly<{
  getViewport: (options: Readonly<{ scale: number }>) => Readonly<{
    transform: readonly number[];
    width: number;
    height: number;
  }>;
  getTextContent: () => Promise<Readonly<{ items: readonly Partial<PdfItem>[] }>>;
  cleanup: () => void;
}>;

export type PdfDocument = Readonly<{
  numPages: number;
  getPage: (number: number) => Promise<PdfPage>;
}>;

type Library = Readonly<{
  getDocument: (options: object) => Readonly<{
    promise: Promise<PdfDocument>;
    destroy: () => Promise<void>;
  }>;
}>;

/** Stands for what a browser draws with. */
function nothingToDraw(): void {
  // Nothing is drawn.
}

/** Mail programs and web servers put some bytes before the mark. */
const markWithin = 1_024;

export function isPdf(input: ByteSource): boolean {
  return input.head().subarray(0, markWithin).includes('%PDF-');
}

let library: Promise<Library> | null = null;

/** Opens a PDF for as long as `use` takes. pdf.js (Apache-2.0) is loaded with the first one. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  use: (document: PdfDocument) => Promise<Result>,
): Promise<Result> {
  library ??= loadLibrary();
  const { getDocument } = await library;
  const task = getDocument({
    // It is taken over and changed.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    BinaryDataFactory: PackageFiles,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function loadLibrary(): Promise<Library> {
  const global = globalThis as unknown as Record<string, unknown>;
  // Only drawing would use them, but one of them is made while it loads.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) global[name] ??= nothingToDraw;
  // In this thread, and not in one more that it would start.
  global['pdfjsWorker'] = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  const loaded: unknown = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
  return loaded as Library;
}

/** The tables of letters that pdf.js keeps in files of its package. */
class PackageFiles {
  readonly #folders: Readonly<Record<string, unknown>>;

  constructor(folders: Readonly<Record<string, unknown>>) {
    this.#folders = folders;
  }

  async fetch({ kind, filename }: Readonly<{ kind: string; filename: string }>): Promise<Uint8Array> {
    const folder = this.#folders[kind];
    if (typeof folder !== 'string' || !/^[\w.-]{1,100}$/.test(filename))
      throw new Error(`pdf.js keeps no ${kind} under the name ${filename}`);
    const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    return new Uint8Array(await readFile(join(root, folder, filename)));
  }
}
