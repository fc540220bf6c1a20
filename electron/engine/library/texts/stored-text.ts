import { crc32 } from 'node:zlib';

/** A row of `texts`: a record, by which list of words it is written, and its checksum. */
export type StoredText = Readonly<{ article: number; list: number; crc: number; record: Uint8Array }>;

/** CRC-32 (ISO 3309) of the record, begun with the article and the list: a row that was mixed up is not taken for another. */
export function checksumOfText(article: number, list: number, record: Uint8Array): number {
  return crc32(record, (article ^ Math.imul(list, 0x9e3779b1)) >>> 0);
}

export function isIntactText({ article, list, crc, record }: StoredText): boolean {
  return checksumOfText(article, list, record) === crc;
}
