import type { TextBlock } from '../../../article/record-text.ts';
import type { ByteSource, FilesBeside } from '../byte-source.ts';
import {
  isRecordFailure,
  type FormatReader,
  type FoundRecord,
  type ReadContext,
  type RecordFailure,
} from '../format-reader.ts';
import { recordOf } from '../reading/record-of.ts';
import { openingOf } from '../reading/xml-opening.ts';
import { at, firstOf, textOf, type XmlElement } from '../reading/xml-element.ts';
import { altoBlocks, type AltoBlock } from './alto-blocks.ts';
import { textOfBlocks } from './alto-text.ts';
import { issueDate } from './issue-date.ts';

/** Of issues in one folder, those whose names begin most like the page's. */
const maxIssues = 3;

/** A page in ALTO. Where its issue is described beside it (METS), its articles are read from there; otherwise it is read as a whole. */
export const alto: FormatReader = {
  holds: 'many',
  sniff: (input) => (openingOf(input)?.name === 'alto' ? 0.95 : 0),
  read: readPage,
};

function* readPage(input: ByteSource, context: ReadContext): Generator<FoundRecord | RecordFailure> {
  if (context.beside !== undefined && isOfIssue(context.path, context.beside)) {
    context.declare(0);
    return;
  }
  if (!context.begin(1)) return;
  const blocks: AltoBlock[] = [];
  for (const found of altoBlocks(input, context.encoding)) {
    if (isRecordFailure(found)) {
      yield found;
      return;
    }
    blocks.push(found);
  }
  const body = blocks.filter(({ isInMargin }) => !isInMargin);
  const margin = blocks.filter(({ isInMargin }) => isInMargin);
  const first = blocks[0];
  if (first === undefined) return;
  const published = issueDate(context.path);
  yield recordOf({
    key: nameOfPage(first.page),
    text: [...textBlocks('body', body), ...textBlocks('furniture', margin)],
    said: published === undefined ? {} : { published },
    encoding: first.encoding,
    original: { start: 0, end: input.size },
  });
}

function textBlocks(kind: 'body' | 'furniture', blocks: readonly AltoBlock[]): TextBlock[] {
  return textOfBlocks(blocks).map((text) => ({ kind, text }));
}

function nameOfPage(root: XmlElement | null): string {
  const image = at(root, 'Description/sourceImageInformation');
  return firstOf(
    textOf(at(image, 'fileIdentifier')),
    textOf(at(image, 'documentIdentifier')),
    textOf(at(image, 'fileName')),
  );
}

/** Whether a file of METS beside the page, or in the folder above it, names it. */
function isOfIssue(path: string, beside: FilesBeside): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (['.', '..'] as const).some((folder) =>
    issuesIn(beside.names(folder), name).some((issue) => {
      const file = beside.open(`${folder}/${issue}`);
      if (file === null) return false;
      try {
        return openingOf(file)?.name === 'mets' && file.whole().includes(name);
      } finally {
        file.close();
      }
    }),
  );
}

function issuesIn(names: readonly string[], page: string): readonly string[] {
  const issues = names.filter((name) => /mets|manifest/i.test(name) && /\.xml$/i.test(name) && name !== page);
  if (issues.length <= maxIssues) return issues;
  return issues
    .map((name) => ({ name, shared: sharedOpening(name, page) }))
    .sort((one, two) => two.shared - one.shared)
    .slice(0, maxIssues)
    .map(({ name }) => name);
}

function sharedOpening(one: string, two: string): number {
  let length = 0;
  while (length < one.length && one[length] === two[length]) length += 1;
  return length;
}
