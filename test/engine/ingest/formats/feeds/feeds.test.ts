import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { FoundRecord } from '../../../../../electron/engine/ingest/formats/format-reader.ts';
import { rss } from '../../../../../electron/engine/ingest/formats/feeds/rss.ts';
import { byteSource, readFormat } from '../../../../support/read-format.ts';

test('items of RSS are articles with their whole text, and what the feed says of itself', async () => {
  const { format, articles } = await readFormat(
    'feed.xml',
    `<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet href="a.css"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:creator="http://purl.org/dc/elements/1.1/" xmlns:full="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Courier</title><link>https://courier.example</link><language>en-gb</language><pubDate>Wed, 31 Jan 2018 20:15:15 GMT</pubDate>
<image><title>Logo</title></image>
<item><media:title>Wrong</media:title><title>Ferry stops &amp;amp; islanders wait</title><link>https://courier.example/ferry</link><guid isPermaLink="false">id-1</guid>
<description>Islanders wait for June.</description><creator:creator>By Mina Okoro</creator:creator><pubDate>Mon, 26 Jul 21 1005 CEST
</pubDate><full:encoded><![CDATA[<p>The ferry <b>stopped</b>.</p><figure><img src="a.jpg"><figcaption>The ferry.</figcaption></figure><p>It waits.</p><script>alert(1)</script>]]></full:encoded></item>
<item><title><![CDATA[Dam holds]]></title><description>&lt;p&gt;Two gates.&lt;/p&gt;&lt;p&gt;So far.&lt;/p&gt;</description><author>desk@courier.example (Sam Vale)</author><guid>https://courier.example/dam</guid></item>
<item><media:content url="a.jpg"/></item>
</channel></rss>`,
  );
  expect([format, articles.map(({ key }) => key)]).toEqual(['rss', ['id-1', 'https://courier.example/dam']]);
  expect(articles[0]).toMatchObject({
    headline: 'Ferry stops & islanders wait',
    standfirst: 'Islanders wait for June.',
    byline: 'Mina Okoro',
    outlet: 'The Courier',
    language: 'en',
    published: { date: '2021-07-26T10:05' },
    url: 'https://courier.example/ferry',
    body: ['The ferry stopped.', 'It waits.'],
    captions: [{ text: 'The ferry.' }],
  });
  expect(articles[1]).toMatchObject({
    byline: 'Sam Vale',
    url: 'https://courier.example/dam',
    body: ['Two gates.', 'So far.'],
    standfirst: null,
  });
});

test('a feed without version and declaration is decoded by its bytes and dated in its language', async () => {
  const feed = `<rss><channel><title>UOE Notícias</title><language></language><item><title><![CDATA[Balsa não sai até junho, diz dono]]></title>
<link><![CDATA[https://uoe.example/balsa.htm]]></link><description><![CDATA[<img src='a.jpg' />  A balsa não sairá até junho, disse a dona na sexta-feira; não há previsão de conserto. ]]></description>
<pubDate>Seg, 24 Set 2018 19:42:40 -0300</pubDate></item></channel></rss>`;
  const { format, articles } = await readFormat('feed.rss', iconv.encode(feed, 'latin1'));
  expect(format).toBe('rss');
  expect(articles).toMatchObject([
    {
      headline: 'Balsa não sai até junho, diz dono',
      outlet: 'UOE Notícias',
      published: { date: '2018-09-24T19:42' },
      body: ['A balsa não sairá até junho, disse a dona na sexta-feira; não há previsão de conserto.'],
    },
  ]);
});

test('items of RDF stand beside their channel', async () => {
  const { format, articles } = await readFormat(
    'index.rdf',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://courier.example/"><title>The Courier</title><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items><dc:language>en</dc:language></channel>
<item rdf:about="https://courier.example/1"><title>Ferry stops</title><link>https://courier.example/1</link><description>It waits.</description><dc:date>2003-12-13T18:30:02+01:00</dc:date></item></rdf:RDF>`,
  );
  expect(format).toBe('rss');
  expect(articles).toMatchObject([
    {
      key: 'https://courier.example/1',
      headline: 'Ferry stops',
      outlet: 'The Courier',
      published: { date: '2003-12-13T18:30' },
      body: ['It waits.'],
    },
  ]);
});

test('entries of Atom keep the order of their text, in every type of it', async () => {
  const { format, articles } = await readFormat(
    'feed.atom',
    `<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml" xml:lang="en"><a:title type="html">The &amp;lt;Courier&amp;gt;</a:title>
<a:author><a:name>The desk</a:name></a:author>
<a:entry><a:id>tag:1</a:id><a:title type="html">Ferry &amp;amp; pier</a:title><a:link rel="enclosure" href="https://no.example"/><a:link href="https://courier.example/1"/>
<a:author><a:name>Mina Okoro</a:name></a:author><a:author><a:name>Sam Vale</a:name></a:author><a:updated>2022-01-01T00:00:00Z</a:updated><a:published>2021-07-26T10:05:00+02:00</a:published>
<a:summary>In short: closed.</a:summary>
<a:content type="xhtml"><h:div><h:p>The <h:em>old</h:em> pier closed on <h:strong>Monday</h:strong> for repairs.</h:p><h:p>It waits.</h:p></h:div></a:content></a:entry>
<a:entry><a:id>tag:2</a:id><a:title>1 &lt; 2</a:title><a:updated>2022-01-01T00:00:00Z</a:updated><a:summary>Plain words.

And more.</a:summary></a:entry></a:feed>`,
  );
  expect([format, articles.map(({ key }) => key)]).toEqual(['atom', ['tag:1', 'tag:2']]);
  expect(articles[0]).toMatchObject({
    headline: 'Ferry & pier',
    standfirst: 'In short: closed.',
    byline: 'Mina Okoro, Sam Vale',
    outlet: 'The <Courier>',
    url: 'https://courier.example/1',
    published: { date: '2021-07-26T10:05' },
    body: ['The old pier closed on Monday for repairs.', 'It waits.'],
  });
  expect(articles[1]).toMatchObject({
    headline: '1 < 2',
    byline: 'The desk',
    published: { date: '2022-01-01T00:00' },
    body: ['Plain words.', 'And more.'],
  });
});

test('items of a JSON Feed have the author of the feed where they name none', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Courier',
    author: { name: 'The desk' },
    items: [
      {
        id: 1,
        title: 'Ferry stops',
        content_html: '<p>It waits.</p><script>alert(1)</script>',
        date_published: '2021-07-26T10:05:00Z',
        authors: [{ name: 'Mina Okoro' }, { name: 'Sam Vale' }],
      },
      { id: '2', content_text: 'Two gates.\n\nSo far.', url: 'https://courier.example/2' },
      { id: '3' },
    ],
  };
  const { format, articles } = await readFormat('feed.json', JSON.stringify(feed, null, 2));
  expect([format, articles.map(({ key }) => key)]).toEqual(['json-feed', ['1', '2']]);
  expect(articles).toMatchObject([
    {
      headline: 'Ferry stops',
      byline: 'Mina Okoro, Sam Vale',
      outlet: 'The Courier',
      published: { date: '2021-07-26T10:05' },
      body: ['It waits.'],
    },
    {
      headline: 'Two gates.',
      byline: 'The desk',
      url: 'https://courier.example/2',
      body: ['Two gates.', 'So far.'],
    },
  ]);
});

const post = (id: number, type: string, status: string, content: string): string =>
  `<item><title>Post ${String(id)}</title><link>https://blog.example/${String(id)}</link><pubDate>Mon, 29 Jul 2013 16:03:54 +0000</pubDate>
<dc:creator><![CDATA[mina]]></dc:creator><guid isPermaLink="false">https://blog.example/?p=${String(id)}</guid><content:encoded><![CDATA[${content}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status>
<category domain="category"><![CDATA[Ships]]></category><category domain="post_tag"><![CDATA[pier]]></category><category domain="category"><![CDATA[Harbour]]></category></item>`;

test('posts of an export of WordPress are articles, and not its pictures and drafts', async () => {
  const typed =
    'By Tester\r\nHarare, July 19 (The Courier) - The ferry companyâ\u0080\u0099s boat stopped.\r\n\r\n[caption id="a"]<img src="a.jpg"/> The ferry.[/caption]\r\nIt waits.[gallery ids="1"]';
  const { format, articles } = await readFormat(
    'export.xml',
    `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.1/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.1/">
<channel><title>Harbour notes</title><language>en-US</language><wp:author><wp:author_login>mina</wp:author_login><wp:author_display_name>mina</wp:author_display_name><wp:author_first_name>Mina</wp:author_first_name><wp:author_last_name>Okoro</wp:author_last_name></wp:author>
${post(1, 'post', 'publish', typed)}${post(2, 'attachment', 'inherit', '')}${post(3, 'post', 'draft', 'Not yet.')}${post(4, 'page', 'private', '<!-- wp:paragraph --><p>About.</p>')}</channel></rss>`,
  );
  expect([format, articles.map(({ key }) => key)]).toEqual([
    'wordpress',
    ['https://blog.example/?p=1', 'https://blog.example/?p=4'],
  ]);
  expect(articles[0]).toMatchObject({
    headline: 'Post 1',
    byline: 'Mina Okoro',
    place: 'Harare',
    outlet: 'Harbour notes',
    section: 'Ships; Harbour',
    url: 'https://blog.example/1',
    published: { date: '2013-07-29T16:03' },
    captions: [{ text: 'The ferry.' }],
  });
  // What stands before the dateline is taken for a part of it.
  expect(articles[0]?.body).toEqual(['The ferry company’s boat stopped.', 'It waits.']);
});

test('a feed that is cut off gives the items that are whole, and says where it ends', async () => {
  const { articles, failures } = await readFormat(
    'feed.xml',
    '<rss><channel><title>C</title><item><title>One</title></item><item><title>Tw',
  );
  expect(articles.map(({ headline }) => headline)).toEqual(['One']);
  expect(failures).toEqual([
    { place: 'record 2', code: 'unreadable', reason: 'the file ends in the middle of it' },
  ]);
});

test('a record that is to be passed over is not parsed, and the next one is', () => {
  const places: number[] = [];
  const context = {
    path: 'a.xml',
    fileTimeMs: 0,
    today: '2026-01-01',
    encoding: null,
    begin: (place: number) => places.push(place) !== 1,
    declare: () => undefined,
  };
  const items = '<item><title>One</title></item>\n<item><title>Two</title></item>';
  const found = rss.read(byteSource(`<rss><channel>${items}</channel></rss>`), context);
  expect([...(found as Iterable<FoundRecord>)].map(({ said }) => said.headline)).toEqual(['Two']);
  expect(places).toEqual([1, 2]);
});

test('a JSON Feed says what it is before its items or behind them', async () => {
  const items = [
    { id: '1', content_text: 'The ferry waits.', tags: ['a'] },
    { id: 2, title: 'Dam', content_text: 'It holds.' },
    {},
  ];
  const about = { title: 'The Courier', language: 'en', authors: [{ name: 'Mina' }] };
  const version = 'https://jsonfeed.org/version/1.1';
  for (const feed of [
    { version, ...about, items },
    { version, items, ...about },
    { items, ...about, version },
  ]) {
    const { format, articles } = await readFormat('a.json', JSON.stringify(feed, null, 1));
    expect(format).toBe('json-feed');
    expect(articles.map(({ key, outlet, language, byline }) => [key, outlet, language, byline])).toEqual([
      ['1', 'The Courier', 'en', 'Mina'],
      ['2', 'The Courier', 'en', 'Mina'],
    ]);
  }
});

test('a post of WordPress that was never scheduled has the day on which it was written', async () => {
  const { articles } = await readFormat(
    'a.xml',
    '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Ferry</title>' +
      '<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>2015-03-12 10:00:00</wp:post_date><wp:post_type>post</wp:post_type>' +
      '<wp:status>publish</wp:status><content:encoded>It waits.</content:encoded></item></channel></rss>',
  );
  expect(articles).toMatchObject([{ headline: 'Ferry', published: { date: '2015-03-12T10:00' } }]);
});

test('when an item of a JSON Feed was changed is not when it was published', async () => {
  const items = [
    { id: '1', title: 'Ferry stops', content_text: 'It waits.', date_modified: '2021-07-26T10:05:00Z' },
  ];
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'The Courier', items };
  const { articles } = await readFormat('feed.json', JSON.stringify(feed));
  expect(articles[0]?.published?.date ?? '').not.toContain('2021-07-26');
});
