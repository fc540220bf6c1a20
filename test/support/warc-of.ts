import { gzipSync } from 'node:zlib';

export type InventedRecord = Readonly<{
  type?: string;
  url?: string;
  date?: string;
  /** Header lines of the record beside these. */
  more?: string;
  content: string | Buffer;
  lineEnd?: string;
  /** What the record says that its content has, instead of what it has. */
  length?: number;
}>;

/** A record of a web archive (WARC 1.0, ISO 28500). */
export function warcRecord(record: InventedRecord): Buffer {
  const { type = 'response', url = 'https://courier.example/7', date = '2021-07-26T10:00:00Z' } = record;
  const {
    more = 'Content-Type: application/http; msgtype=response',
    content,
    lineEnd = '\r\n',
    length,
  } = record;
  const bytes = Buffer.from(content as string);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    ...(more === '' ? [] : [more]),
    `Content-Length: ${String(length ?? bytes.length)}`,
  ];
  return Buffer.concat([
    Buffer.from(head.join(lineEnd) + lineEnd + lineEnd),
    bytes,
    Buffer.from(lineEnd + lineEnd),
  ]);
}

/** What a server answered, its headers as lines. */
export function httpAnswer(
  body: string | Buffer,
  headers = 'Content-Type: text/html; charset=utf-8',
  status = 200,
): Buffer {
  const head = `HTTP/1.1 ${String(status)} Said\r\n${headers.replaceAll('\n', '\r\n')}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body as string)]);
}

/** Records packed as web archives are: each by itself. */
export function packed(...records: readonly Buffer[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}
