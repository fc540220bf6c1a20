import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const wire = `<?xml version="1.0" encoding="utf-8"?>
<!-- <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"> -->
<nitf version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006" baselang="en-GB">
<head><title>Slug</title><docdata><doc-id regsrc="CW" id-string="77"/><date.issue norm="20210726T143000Z"/>
<doc.copyright holder="CW" year="2021"/></docdata></head>
<body><body.head>
<hedline><hl1>Ferry stops &amp; islanders wait</hl1><hl2>Ferry stops</hl2></hedline>
<note><body.content><p>Note to editors: pictures to follow.</p></body.content></note>
<byline>By <person>MINA OKORO</person><byttl>CW Shipping Writer</byttl></byline>
<distributor>Coastal Wire</distributor>
<dateline><location><city>ESTA</city></location><story.date norm="20060101T000000Z"/></dateline>
</body.head><body.content><block id="Main">
<p>ESTA (CW) — The ferry to the islands stopped on Friday
   and will not sail before <em>June</em>, its owner said.</p><p/>
<hl2>Two gates</hl2>
<p>“If you don’t repair it,” she said, “it sinks.”</p>
<ul><li>One buoy</li><li>Two buoys</li></ul>
<media media-type="image"><media-reference source="a.jpg"/><media-caption>The ferry in port.</media-caption><media-producer>Sam Vale</media-producer></media>
<p>___</p>
<p>Mina Okoro can be reached at http://wire.example/okoro .</p>
</block></body.content></body></nitf>`;

test('a story in NITF is its headline, byline, place, date and paragraphs', async () => {
  const { format, articles, failures } = await readFormat('a.xml', wire);
  expect([format, failures, articles.length]).toEqual(['nitf', [], 1]);
  expect(articles[0]).toMatchObject({
    headline: 'Ferry stops & islanders wait',
    byline: 'MINA OKORO, CW Shipping Writer',
    place: 'ESTA',
    outlet: 'Coastal Wire',
    language: 'en',
    published: { date: '2021-07-26T14:30', from: 'metadata' },
    body: [
      'The ferry to the islands stopped on Friday and will not sail before June, its owner said.',
      'Two gates',
      '“If you don’t repair it,” she said, “it sinks.”',
      'One buoy',
      'Two buoys',
    ],
    captions: [{ text: 'The ferry in port.', credit: 'Sam Vale' }],
    furniture: ['___', 'Mina Okoro can be reached at http://wire.example/okoro .'],
  });
});

test('a lead that is there twice is read once, and a date in three parts is one', async () => {
  const { articles } = await readFormat(
    'a.xml',
    `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://nitf.example/nitf.dtd"><nitf><head>
<meta name="publication_day_of_month" content="1"/><meta name="publication_month" content="2"/><meta name="publication_year" content="2007"/>
<docdata><doc.copyright holder="The Island Times"/></docdata></head><body><body.head><hedline><hl1>Dam holds</hl1></hedline>
<byline class="print_byline">By Some One; Compiled by Another Person</byline><byline class="normalized_byline">One, Some</byline>
</body.head><body.content><block class="lead_paragraph"><p>First paragraph.</p></block>
<block class="full_text"><p>First paragraph.</p><p>Second paragraph.</p></block></body.content></body></nitf>`,
  );
  expect(articles[0]).toMatchObject({
    headline: 'Dam holds',
    byline: 'Some One; Compiled by Another Person',
    outlet: 'The Island Times',
    published: { date: '2007-02-01' },
    body: ['First paragraph.', 'Second paragraph.'],
  });
});

test('initials are no byline, and a declared Latin encoding is decoded', async () => {
  const file = `<?xml version="1.0" encoding="ISO-8859-1"?><n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:head><n:docdata>
<n:doc-id regsrc="ANB"/></n:docdata><n:pubdata date.publication="20200907T144527" item-length="6" unit-of-measure="word"/></n:head>
<n:body><n:body.head><n:hedline><n:hl1>Bl&#229;skjell p&#229; land</n:hl1></n:hedline><n:byline>gr/bp</n:byline>
<n:distributor><n:org>ANB</n:org></n:distributor><n:dateline>Oslo</n:dateline></n:body.head>
<n:body.content><n:p class="lead">Det er blåskjell på land nå.</n:p></n:body.content></n:body></n:nitf>`;
  const { articles } = await readFormat('b.xml', iconv.encode(file, 'latin1'));
  expect(articles[0]).toMatchObject({
    headline: 'Blåskjell på land',
    byline: null,
    place: 'Oslo',
    outlet: 'ANB',
    published: { date: '2020-09-07T14:45' },
    body: ['Det er blåskjell på land nå.'],
    declaredWords: 6,
    encoding: 'windows-1252',
  });
});

test('a story that is cut off is said to be, and entities do not grow', async () => {
  const cut = await readFormat('a.xml', wire.slice(0, 900));
  expect(cut.articles).toEqual([]);
  expect(cut.failures).toEqual([
    { place: 'record 1', code: 'unreadable', reason: 'the file ends in the middle of it' },
  ]);
  const bomb = `<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<nitf><body><body.content><p>&b;&b; and &c;</p></body.content></body></nitf>`;
  const { articles } = await readFormat('b.xml', bomb);
  expect(articles[0]?.body).toEqual(['&b;&b; and &c;']);
});

test('elements that lie too deep in one another are an error of the file', async () => {
  const { failures } = await readFormat('a.xml', `<nitf>${'<p>'.repeat(10_000)}`);
  expect(failures).toEqual([
    { place: null, code: 'unreadable', reason: 'its elements are more than 500 deep in one another' },
  ]);
});

test('letters that a DTD has names for are letters', async () => {
  const { articles } = await readFormat(
    'a.xml',
    '<nitf><body><body.head><hedline><hl1>Bj&oslash;rn &mdash; p&aring; kaia &amp;aring;</hl1></hedline></body.head><body.content><p>Fergen venter p&aring; juni.</p></body.content></body></nitf>',
  );
  expect(articles).toMatchObject([{ headline: 'Bjørn — på kaia &aring;', body: ['Fergen venter på juni.'] }]);
});
