import { readFormat } from '../../../../support/read-format.ts';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../../../../electron/engine/ingest/formats/markdown/markdown.ts';
import { formatNameOf, readAll } from '../../../../support/found-records.ts';

const read = async (content: string) => (await readAll(markdown, content)).records[0];

describe('a text in Markdown', () => {
  it('says of itself what stands in front of it', async () => {
    const content =
      '---\ntitle: "Harbour: reopened"\ndate: 2021-07-26\nauthor:\n  - "[[Mina Okoro]]"\n  - Sam Vale\nsource: https://courier.example/7\ncreated: 2024-01-01\ntags: [sea, port]\n---\n\nShips came.\n';
    expect(await formatNameOf(content, 'a.md')).toBe('markdown');
    expect(await formatNameOf(content, 'a.txt')).toBe('markdown');
    expect(await read(content)).toMatchObject({
      text: [{ kind: 'body', text: 'Ships came.' }],
      labels: ['sea', 'port'],
      said: {
        headline: 'Harbour: reopened',
        byline: 'Mina Okoro, Sam Vale',
        published: { date: '2021-07-26' },
        url: 'https://courier.example/7',
      },
    });
  });

  it('is read by its lines where people write what YAML takes for its own, and in TOML', async () => {
    const loose = await read('---\ntitle: Harbour: reopened @ last\nauthor: Mina Okoro\n---\nShips came.');
    expect(loose?.said).toMatchObject({ headline: 'Harbour: reopened @ last', byline: 'Mina Okoro' });
    const toml = await read('+++\ntitle = "Harbour"\ndate = 2021-07-26T10:00:00Z\n+++\nShips came.');
    expect(toml?.said).toMatchObject({ headline: 'Harbour', published: { date: '2021-07-26T10:00' } });
  });

  it('has its first heading as the headline, and no marks in its text', async () => {
    expect(
      await read(
        'Harbour *reopens*\n====\n\nShips **came** in [one after\nthe other](https://a.example/x_(y)), see `log`.\n\n![A ship](a.jpg)\n\n> Said one.\n> And two.\n\n* First\n* snake_case_name\n\n## Later\n\nMore &amp; more.\n\n---\n\n[1]: https://a.example/\n',
      ),
    ).toMatchObject({
      said: { headline: 'Harbour reopens' },
      text: [
        { kind: 'body', text: 'Ships came in one after\nthe other, see log.' },
        { kind: 'caption', text: 'A ship' },
        { kind: 'body', text: 'Said one.\nAnd two.' },
        { kind: 'body', text: 'First' },
        { kind: 'body', text: 'snake_case_name' },
        { kind: 'body', text: 'Later' },
        { kind: 'body', text: 'More & more.' },
      ],
    });
  });

  it('takes no longer for marks that are never closed', async () => {
    const started = performance.now();
    await read(`${'[('.repeat(20_000)}\n\n${'**a '.repeat(20_000)}\n\n${'![['.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('a whole page', () => {
  const story =
    'The ferry to the islands stopped on Friday and will not sail before June, its owner said in a letter to the council.\n\n' +
    'Passengers were told to wait for the spring, when the harbour is dredged and the quay is repaired at last.';

  it('is read as a flattened page is, with what is around its article', async () => {
    const menu =
      '[Home](/) | [News](/n) | [Sport](/s)\n\n* [Politics](/p)\n* [World](/w)\n* [Business](/b)\n\n';
    const more = '\n\n## Most read\n\n1. [Cats](/c)\n2. [Dogs](/d)\n\n[Privacy](/pp) [Terms](/t)\n';
    const { format, articles } = await readFormat(
      'a.md',
      `${menu}# Ferry stops\n\nBy Mina Okoro\n\n${story}${more}`,
    );
    expect(format).toBe('markdown');
    expect(articles).toMatchObject([
      { headline: 'Ferry stops', byline: 'Mina Okoro', body: story.split('\n\n') },
    ]);
    expect(articles[0]?.furniture.join(' ')).toMatch(/Politics.*Cats/u);
  });

  it('is none because of links at its end', async () => {
    const { articles } = await readFormat('a.md', `# Ferry stops\n\n${story}\n\n- [One](/1)\n- [Two](/2)\n`);
    expect(articles[0]?.body).toEqual([...story.split('\n\n'), 'One', 'Two']);
  });

  it('has lines in front of it that say where it was', async () => {
    const { articles } = await readFormat(
      'a.md',
      `Title: Ferry stops\n\nURL Source: https://courier.example/ferry\n\nPublished Time: 2015-03-12T10:00:00Z\n\nMarkdown Content:\n${story}\n`,
    );
    expect(articles).toMatchObject([
      {
        headline: 'Ferry stops',
        url: 'https://courier.example/ferry',
        published: { date: '2015-03-12T10:00' },
        body: story.split('\n\n'),
      },
    ]);
  });
});
