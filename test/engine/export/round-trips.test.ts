import { parse as parseTable } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { articleId, highlightId } from '../../../electron/contract/ids.ts';
import { writtenFormats } from '../../../electron/engine/export/formats/written-formats.ts';
import { all, article, dates, headlines, noted, written } from './exported-articles.ts';

// What is written is read back by programs that were made by others.

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
