import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../parity/random-corpus.ts';
import { httpAnswer, packed, warcRecord } from '../../support/warc-of.ts';
import { zipOf, type ZipPart } from '../../support/zip-of.ts';

/** A large file, and how many articles are in it. */
export type Stream = Readonly<{ name: string; path: string; articles: number }>;

type Invented = Readonly<{ number: number; headline: string; paragraphs: readonly string[] }>;

const knownWords = 60_000;
const zipEntryArticles = 40;

function* invented(seed: number): Generator<Invented> {
  const random = seededRandom(seed);
  const word = (): string => `w${Math.floor(random() ** 3 * knownWords).toString(36)}`;
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  for (let number = 1; ; number += 1)
    yield {
      number,
      headline: `Article ${String(number)} on ${words(4)}`,
      paragraphs: Array.from({ length: 5 }, () => `${words(60)}.`),
    };
}

const day = (number: number): string => `2021-07-${String((number % 28) + 1).padStart(2, '0')}`;
const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const page = ({ headline, paragraphs }: Invented): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`;

const kinds: Readonly<
  Record<string, Readonly<{ head: string; one: (article: Invented) => string | Buffer }>>
> = {
  mbox: {
    head: '',
    one: ({ number, headline, paragraphs }) => `From wire@example.org Mon Jul 26 14:31:02 2021
Message-ID: <${String(number)}@example.org>
From: Wire <wire@example.org>
Subject: ${headline}
Date: ${day(number)}T10:00:00Z
X-Gmail-Labels: Wire

${paragraphs.join('\n\n')}

`,
  },
  'warc.gz': {
    head: '',
    one: (article) =>
      packed(
        warcRecord({
          url: `https://courier.example/${String(article.number)}`,
          content: httpAnswer(page(article)),
        }),
      ),
  },
  jsonl: {
    head: '',
    one: ({ number, headline, paragraphs }) =>
      `${JSON.stringify({ id: number, title: headline, date: day(number), text: paragraphs.join('\n\n') })}\n`,
  },
  csv: {
    head: 'id,title,date,text\n',
    one: ({ number, headline, paragraphs }) =>
      `${[String(number), headline, day(number), paragraphs.join('\n\n')].map(csvCell).join(',')}\n`,
  },
};

/** Writes a file of each kind, of so many megabytes, and a zip of three tenths of that. */
export function* writeStreams(folder: string, megabytes: number): Generator<Stream> {
  for (const [name, { head, one }] of Object.entries(kinds)) {
    const path = join(folder, `stream.${name}`);
    const file = openSync(path, 'w');
    let bytes = writeSync(file, head);
    let articles = 0;
    for (const article of invented(7)) {
      const record = Buffer.from(one(article) as string);
      bytes += writeSync(file, record);
      articles = article.number;
      if (bytes >= megabytes * 1_000_000) break;
    }
    closeSync(file);
    yield { name, path, articles };
  }
  yield writeZip(join(folder, 'stream.zip'), (megabytes * 1_000_000 * 3) / 10);
}

/** Entries of one page each, and every now and then a table of many rows. */
function writeZip(path: string, maxBytes: number): Stream {
  const parts: ZipPart[] = [];
  let bytes = 0;
  let articles = 0;
  let rows: string[] = [];
  for (const article of invented(8)) {
    const { number } = article;
    articles = number;
    if (number % 2 === 0) rows.push(String(kinds['csv']?.one(article)));
    else parts.push({ name: `pages/${String(number)}.html`, content: page(article), isStored: true });
    if (rows.length === zipEntryArticles) {
      const content = `${kinds['csv']?.head ?? ''}${rows.join('')}`;
      parts.push({ name: `tables/${String(number)}.csv`, content, isStored: true });
      rows = [];
    }
    bytes += article.headline.length + article.paragraphs.join('').length;
    if (bytes >= maxBytes && rows.length === 0) break;
  }
  const file = openSync(path, 'w');
  writeSync(file, zipOf(...parts));
  closeSync(file);
  return { name: 'zip', path, articles };
}
