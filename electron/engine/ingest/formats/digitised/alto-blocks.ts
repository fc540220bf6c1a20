import type { ByteSource } from '../byte-source.ts';
import { isRecordFailure, type ReadContext, type RecordFailure } from '../format-reader.ts';
import { attribute, childrenOf, isXmlElement, type XmlElement } from '../reading/xml-element.ts';
import { xmlRecords } from '../reading/xml-records.ts';

export type AltoWord = Readonly<{
  id: string;
  text: string;
  /** Of a word that a line broke: which part of it this is; 0 for a whole one. */
  part: 0 | 1 | 2;
  /** The whole word, of which this is a part; empty where the page does not say. */
  whole: string;
  /** Whether the page has a hyphen after it. */
  isBroken: boolean;
}>;

/** A block of text of a page: what somebody or some program took for a paragraph or a heading. */
export type AltoBlock = Readonly<{
  id: string;
  /** Ids of the composed blocks that it is in. */
  within: readonly string[];
  lines: readonly (readonly AltoWord[])[];
  /** Whether it stands in a margin, as page numbers and running heads do. */
  isInMargin: boolean;
  /** What names the page, as far as it was read. */
  page: XmlElement | null;
  encoding: string;
}>;

/** The blocks of a page in ALTO of any version (Library of Congress), in the order of its file. */
export function* altoBlocks(
  input: ByteSource,
  encoding: ReadContext['encoding'],
): Generator<AltoBlock | RecordFailure> {
  const names = { isRecord: (name: string): boolean => name === 'TextBlock' };
  for (const found of xmlRecords(input, { encoding, begin: () => true }, names)) {
    if (isRecordFailure(found)) {
      yield found;
      continue;
    }
    const { element, around } = found;
    yield {
      id: attribute(element, 'ID'),
      within: around.filter(({ name }) => name === 'ComposedBlock').map((block) => attribute(block, 'ID')),
      lines: childrenOf(element, 'TextLine').map(wordsOf),
      isInMargin: around.some(({ name }) => name.endsWith('Margin')),
      page: around[0] ?? null,
      encoding: found.encoding,
    };
  }
}

function wordsOf(line: XmlElement): AltoWord[] {
  const words: AltoWord[] = [];
  for (const node of line.children) {
    if (!isXmlElement(node)) continue;
    const last = words.at(-1);
    if (node.name === 'HYP' && last !== undefined) words[words.length - 1] = { ...last, isBroken: true };
    if (node.name !== 'String') continue;
    const text = attribute(node, 'CONTENT');
    const type = attribute(node, 'SUBS_TYPE');
    const part = type === 'HypPart1' ? 1 : type === 'HypPart2' ? 2 : 0;
    if (text !== '')
      words.push({
        id: attribute(node, 'ID'),
        text,
        part,
        whole: attribute(node, 'SUBS_CONTENT'),
        isBroken: part === 1,
      });
  }
  return words;
}
