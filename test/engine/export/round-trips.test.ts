import { parseCSL, parseRIS, parse as parseBibliography } from 'biblatex-csl-converter';
import { parse as parseTable } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { exportFields, type ExportFormat } from '../../../electron/contract/export-api.ts';
import type { Published } from '../../../electron/contract/article.ts';
import { highlightId, articleId, noteId } from '../../../electron/contract/ids.ts';
import type { ExportedArticle } from '../../../electron/engine/export/exported-article.ts';
import { writtenFormats } from '../../../electron/engine/export/formats/written-formats.ts';

// What is written is read back by programs that were made by others.

const all = new Set(exportFields);

function article(given: Partial<ExportedArticle>): ExportedArticle {
  const id = given.id ?? articleId(1);
  return {
    ...{
      id,
      headline: 'Dam holds',
      standfirst: null,
      byline: null,
      agency: null,
      outlet: null,
      section: null,
    },
    ...{ place: null, published: null, language: 'en', direction: 'ltr', url: null, words: 3 },
    ...{
      body: ['It held.'],
      captions: [],
      furniture: [],
      tags: [],
      labels: [],
      notes: [],
      highlights: [],
      path: '/press/dam.txt',
    },
    ...{ locations: [], missing: false, encoding: 'utf-8', sha256: 'ab', evidence: {}, corrections: [] },
    ...{ original: null },
    ...given,
  };
}

function noted(...texts: readonly string[]): ExportedArticle['notes'] {
  return texts.map((text, at) => ({
    ...{ id: noteId(at + 1), article: articleId(1), text, createdAtMs: 0, changedAtMs: 0 },
  }));
}

function on(date: string, more: Partial<Published> = {}): Published {
  const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  return { date, precision, from: 'meta', confidence: 1, ...more };
}

function written(format: ExportFormat, ...articles: readonly ExportedArticle[]): string {
  const one = writtenFormats[format].one?.(all);
  if (one === undefined) throw new Error(`${format} has no one file`);
  return `${one.head}${articles.map((each, place) => one.article(each, place)).join('')}${one.foot()}`;
}

const headlines = [
  'Dockers “stay out” — a 2nd week',
  'He said "no", twice: 100% & more_or_less #1 ~ ^ $5 \\ end',
  'Braces {one} and { alone, } too',
  'Line\nbreaks\r\nand\ttabs',
  'إضراب عمّال الميناء يدخل أسبوعه الثاني',
  'Забастовка докеров: «вторая неделя»',
  '<b>Bold</b> & "quoted" \'single\'',
  'ناوەندەکانی هەولێر ٢٠٢١',
  '港のストライキ、二週目に',
];
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

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

const dates = [
  [on('2021-07-26'), '2021-07-26'],
  [on('2021-07'), '2021-07'],
  [on('2021'), '2021'],
  [on('2021-07-26', { guess: { part: 'year', from: 'file-time' } }), null],
  [on('2021-07-08', { guess: { part: 'day-month', from: 'url' } }), '2021'],
  [on('2021-07-26', { from: 'file-time' }), null],
  [null, null],
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

describe('CSV', () => {
  it('gives everything back in every script, with quotes and line breaks', () => {
    const rows: Record<string, string>[] = parseTable(
      written('csv', ...headlines.map((headline) => article({ headline, tags: ['a', 'b'] }))),
      { columns: true, bom: true },
    );
    expect(rows.map((row) => row['headline'])).toEqual(headlines);
    expect(rows[0]?.['tags']).toBe('a\nb');
  });
});

describe('TEI', () => {
  const parsed = (text: string): { names: string[]; texts: Record<string, string[]>; dates: string[] } => {
    const [names, texts, whens]: [string[], Record<string, string[]>, string[]] = [[], {}, []];
    const parser = new SaxesParser({ xmlns: true });
    const open: string[] = [];
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes, uri }) => {
      expect(uri).toBe('http://www.tei-c.org/ns/1.0');
      names.push(name);
      open.push('');
      const when = attributes['when'];
      if (when !== undefined) whens.push(typeof when === 'string' ? when : when.value);
    });
    parser.on('text', (piece) => {
      open[open.length - 1] = `${open.at(-1) ?? ''}${piece}`;
    });
    parser.on('closetag', ({ name }) => {
      (texts[name] ??= []).push(open.pop() ?? '');
    });
    parser.write(text).close();
    return { names, texts, dates: whens };
  };

  it('is well formed, and gives headlines, paragraphs and authors back in every script', () => {
    const articles = headlines.map((headline, at) =>
      article({
        id: articleId(at + 1),
        headline,
        body: [headline, 'bell \u0007 half \ud800 end'],
        byline: 'Mina Okoro, World Press Desk',
      }),
    );
    const { texts } = parsed(written('tei', ...articles));
    expect(texts['head']).toEqual(headlines.map((text) => text.replace(/\r\n/gu, '\n')));
    expect(texts['p']?.filter((text) => text.startsWith('bell'))[0]).toBe('bell  half \ufffd end');
    expect([texts['forename']?.[0], texts['surname']?.[0], texts['orgName']?.[0]]).toEqual([
      'Mina',
      'Okoro',
      'World Press Desk',
    ]);
  });

  it('says dates as far as they are known, also without a year', () => {
    const { dates: whens } = parsed(written('tei', ...dates.map(([published]) => article({ published }))));
    expect(whens).toEqual(['2021-07-26', '2021-07', '2021', '--07-26', '2021']);
  });
});

describe('HTML', () => {
  it('gives headlines and paragraphs back, and lets no markup of an article through', () => {
    const seen: string[] = [];
    const names = new Set<string>();
    let inHead = false;
    const parser = new Parser({
      onopentag: (name) => {
        names.add(name);
        inHead = name === 'h1';
        if (inHead) seen.push('');
      },
      ontext: (text) => {
        if (inHead) seen.push(`${seen.pop() ?? ''}${text}`);
      },
      onclosetag: () => {
        inHead = false;
      },
    });
    parser.end(
      written('html', ...headlines.map((headline) => article({ headline, body: ['<script>x</script>'] }))),
    );
    expect(seen).toEqual(headlines.map((text) => text.replace(/\r\n/gu, '\n')));
    expect([...names].sort()).toEqual('article body dd dl dt h1 head html meta p style title'.split(' '));
  });
});

describe('Markdown', () => {
  it('gives its facts back as YAML, and what would be markup means itself', () => {
    const file = writtenFormats.markdown
      .many?.(all)
      .file(
        article({ headline: headlines[1] ?? '', tags: ['a: b', '- c'], body: ['# no *head*', '1. no list'] }),
      );
    const [, front = '', text = ''] = /^---\n(.*?)---\n(.*)$/su.exec(file ?? '') ?? [];
    expect(parseYaml(front)).toMatchObject({
      title: headlines[1],
      tags: ['a: b', '- c'],
      path: '/press/dam.txt',
    });
    expect(text).toContain('\n\\# no \\*head\\*\n');
    expect(text).toContain('\n1\\. no list\n');
  });
});

describe('annotations', () => {
  it('are a collection of the notes of all articles, whatever is in them', () => {
    const text = written(
      'annotations',
      article({}),
      article({ notes: noted('One "quoted"\nline', 'عمل'), url: 'https://x.example/' }),
      article({ notes: noted('Two') }),
    );
    const collection = JSON.parse(text) as {
      total: number;
      first: { items: { body: { value: string }; target: { source: string } }[] };
    };
    expect(collection.total).toBe(3);
    expect(collection.first.items.map(({ body, target }) => [body.value, target.source])).toEqual([
      ['One "quoted"\nline', 'https://x.example/'],
      ['عمل', 'https://x.example/'],
      ['Two', 'urn:sha256:ab'],
    ]);
  });

  it('say of a highlight which words it marks and where they stood', () => {
    const at = { createdAtMs: 0, changedAtMs: 0 };
    const quote = { exact: 'It held', prefix: 'Dam holds\n', suffix: '.' };
    const highlight = { id: highlightId(4), article: articleId(1), colour: 'green' as const, note: 'لماذا؟' };
    const text = written(
      'annotations',
      article({ highlights: [{ ...highlight, quote, position: [10, 17], ...at }] }),
    );
    const [item] = (JSON.parse(text) as { first: { items: object[] } }).first.items;
    expect(item).toMatchObject({
      id: 'urn:microfiche:highlight:4',
      motivation: ['highlighting', 'commenting'],
      body: [
        { value: 'لماذا؟', purpose: 'commenting' },
        { value: 'green', purpose: 'tagging' },
      ],
      target: {
        source: 'urn:sha256:ab',
        selector: [
          { type: 'TextQuoteSelector', ...quote },
          { type: 'TextPositionSelector', start: 10, end: 17 },
        ],
      },
    });
  });
});
