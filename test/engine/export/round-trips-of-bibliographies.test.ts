import { parseCSL, parseRIS, parse as parseBibliography } from 'biblatex-csl-converter';
import { describe, expect, it } from 'vitest';
import { articleId } from '../../../electron/contract/ids.ts';
import type { ExportedArticle } from '../../../electron/engine/export/exported-article.ts';
import { article, dates, headlines, noted, oneLine, written } from './exported-articles.ts';

// What is written is read back by a program that was made by others.

const authors = [
  [
    { byline: 'Mina Okoro, Sam Vale' },
    [
      ['Okoro', 'Mina'],
      ['Vale', 'Sam'],
    ],
  ],
  [{ byline: 'World Press Desk' }, ['World Press Desk']],
  [{ byline: null, agency: 'Northwire' }, ['Northwire']],
  [{ byline: 'أحمد الحلو' }, [['الحلو', 'أحمد']]],
  [
    { byline: 'Иван Петров and Olga O’Neil' },
    [
      ['Петров', 'Иван'],
      ['O’Neil', 'Olga'],
    ],
  ],
  [{ byline: 'Anna van der Berg' }, [['van der Berg', 'Anna']]],
  [{ byline: '山田太郎' }, ['山田太郎']],
] as const;

type Rich = readonly Readonly<{ type: string; text?: string }>[];
type Entry = Readonly<{ bib_type: string; fields: Readonly<Record<string, unknown>> }>;

const textOf = (rich: unknown): string => (rich as Rich).map(({ text = '' }) => text).join('');

function namesIn(entry: Entry | undefined): unknown {
  type Name = Readonly<{ family?: Rich; given?: Rich; prefix?: Rich; literal?: Rich }>;
  return ((entry?.fields['author'] ?? []) as readonly Name[]).map(({ family, given, prefix, literal }) =>
    literal === undefined
      ? [[prefix ?? [], family ?? []].map(textOf).join(' ').trim(), textOf(given ?? [])]
      : textOf(literal),
  );
}

const bibliographies = {
  biblatex: (text: string): Entry[] => {
    const read = parseBibliography(text, { processUnexpected: true, processUnknown: true });
    expect(read.errors).toEqual([]);
    return Object.values(read.entries);
  },
  ris: (text: string): Entry[] => Object.values(parseRIS(text).entries),
  'csl-json': (text: string): Entry[] => {
    const items = JSON.parse(text) as { id: string }[];
    return Object.values(parseCSL(Object.fromEntries(items.map((item) => [item.id, item]))));
  },
} as const;

describe.each(Object.keys(bibliographies) as (keyof typeof bibliographies)[])('%s', (format) => {
  const readBack = (...articles: readonly ExportedArticle[]): Entry[] =>
    bibliographies[format](written(format, ...articles));

  it('gives headlines back in every script, with quotes, braces and line breaks', () => {
    const entries = readBack(
      ...headlines.map((headline, at) => article({ headline, id: articleId(at + 1) })),
    );
    // What looks like its markup is markup to whoever reads CSL.
    const said = format === 'csl-json' ? headlines.map((text) => text.replace(/<\/?b>/gu, '')) : headlines;
    expect(entries.map(({ fields }) => textOf(fields['title']))).toEqual(said.map(oneLine));
    expect(new Set(entries.map(({ bib_type: type }) => type))).toEqual(new Set(['article-newspaper']));
  });

  it.each(authors)('gives the authors of %o back', (given, names) => {
    // RIS has no sign for a name that is one: a reader may take its last word for the family's.
    const said =
      format === 'ris'
        ? names.map((name) => (Array.isArray(name) ? name.toReversed().join(' ') : name))
        : names;
    const read = namesIn(readBack(article(given))[0]) as (string | string[])[];
    const compared =
      format === 'ris'
        ? read.map((name) => (Array.isArray(name) ? name.toReversed().join(' ').trim() : name))
        : read;
    expect(compared).toEqual(said);
  });

  it.each(dates)('says of a date no more than is known: %o', (published, said) => {
    const [entry] = readBack(article({ published }));
    // This reader takes the year of RIS, and leaves the day beside it.
    expect(entry?.fields['date'] ?? null).toBe(format === 'ris' ? (said?.slice(0, 4) ?? null) : said);
    if (format === 'ris') {
      const [, day] = /^DA {2}- (.*)\/\r$/mu.exec(written('ris', article({ published }))) ?? [];
      expect(
        day
          ?.split('/')
          .filter((part) => part !== '')
          .join('-') ?? null,
      ).toBe(said);
    }
  });

  it('gives outlet, address and tags back', () => {
    const [entry] = readBack(
      article({
        outlet: 'القدس & Co',
        place: 'Basra',
        url: 'https://x.example/a_b?c=1%20&d',
        tags: ['Film/Arab', 'عمل'],
      }),
    );
    const { journaltitle, url, keywords } = entry?.fields ?? {};
    // Of CSL this reader takes no keywords.
    const tags = format === 'csl-json' ? undefined : ['Film/Arab', 'عمل'];
    expect({ outlet: textOf(journaltitle), url, keywords }).toEqual({
      ...{ outlet: 'القدس & Co', url: 'https://x.example/a_b?c=1%20&d', keywords: tags },
    });
  });
});

describe('BibLaTeX', () => {
  it('closes each value where it ends, also behind a brace without the other', () => {
    const text = written(
      'biblatex',
      article({ headline: 'Lone { brace', outlet: 'Two }} more' }),
      article({}),
    );
    expect(text).toContain('Lone {\\textbraceleft} brace');
    expect(bibliographies.biblatex(text).map(({ fields }) => textOf(fields['title']))).toContain('Dam holds');
  });
});

describe('RIS for Zotero', () => {
  it('keeps a keyword with a comma whole, and lines and brackets of a note', () => {
    const lines = written(
      'ris-zotero',
      article({ tags: ['a, b'], notes: noted('Dam <holds>\nsecond line') }),
    ).split('\r\n');
    expect(lines.filter((line) => /^(?:KW|N1)/u.test(line))).toEqual([
      'KW  - a, b',
      'KW  - a, b',
      'N1  - <p>Dam &lt;holds&gt;<br/>second line</p>',
    ]);
  });
});
