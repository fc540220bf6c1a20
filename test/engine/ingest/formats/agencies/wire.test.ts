import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

test.each([
  [
    'versions 1',
    {
      versioncreated: '2017-08-24T04:38:34+0000',
      firstcreated: '2017-08-24T04:37:19+0000',
      type: 'text',
      headline: 'Ferry stops',
      byline: 'By Mina Okoro',
      located: 'Esta',
      body_text: 'The ferry stopped.\n\nSo did we.',
      body_html: '<p>The ferry stopped.</p><p>So did <b>we</b>.</p>',
      source: 'CW',
      guid: 'urn:1',
    },
  ],
  [
    'version 3',
    {
      uri: 'urn:1',
      versionCreated: '2017-08-24T04:37:19+02:00',
      headlines: [
        { role: 'short', value: 'Ferry' },
        { role: 'main', value: 'Ferry stops' },
      ],
      bodies: [
        { role: 'plain', contentType: 'text/plain', value: 'The ferry stopped.\n\nSo did we.' },
        {
          role: 'html',
          contentType: 'text/html',
          value: '<p>The ferry stopped.</p><p>So did <b>we</b>.</p>',
        },
      ],
      by: 'Mina Okoro',
      located: 'Esta',
      copyrightHolder: 'CW',
    },
  ],
])('an item in ninjs is an article, in %s', async (_, item) => {
  const picture = { ...item, guid: 'urn:2', uri: 'urn:2', type: 'picture' };
  const lines = `${JSON.stringify(item)}\n${JSON.stringify(picture)}\n`;
  const files = [item, [item, picture], { total: 1, item: [item] }].map((file) => JSON.stringify(file));
  for (const file of [...files, lines]) {
    const { format, articles } = await readFormat('a.json', file);
    expect([format, articles.length]).toEqual(['ninjs', 1]);
    expect(articles[0]).toMatchObject({
      key: 'urn:1',
      headline: 'Ferry stops',
      byline: 'Mina Okoro',
      place: 'Esta',
      outlet: 'CW',
      published: { date: '2017-08-24T04:37' },
      body: ['The ferry stopped.', 'So did we.'],
    });
  }
});

const message = `\x01ecp0007 4 s 15  cw-tns 0908\r\n\r\nShipping/Ferry/\r\nREFILE\r\n1ST LEAD\r
\x02Ferry stops, and islanders wait\r\nBy Tom Reed, The Island Times =\r\n\r
   Esta (cw) - The ferry to the islands stopped on Friday and will not\r
sail before June.\r\n\r\n   "It sinks," she said.\r\n\r\n`;

test('a headline and a slug in front of a text are no part of it', async () => {
  const item = {
    uri: 'urn:1',
    versioncreated: '2021-05-26T13:40:18+02:00',
    copyrightholder: 'TT',
    headlines: [{ role: 'main', value: 'Ferry stops' }],
    bodies: [{ role: 'text', contenttype: 'text/plain', value: 'Ferry stops\n\nShips TT\n\nIt waits.' }],
  };
  const { articles } = await readFormat('a.json', JSON.stringify(item));
  expect(articles).toMatchObject([{ headline: 'Ferry stops', body: ['It waits.'], furniture: ['Ships TT'] }]);
});

test('wire text ends where editors are spoken to, and is dated by its last line', async () => {
  const tail = `# Notebook\n\n* * * *\nThe following information is not intended for publication\n- Reporting by: Secret Name\n\n\x03211259 GMT Nov 18 \r\n\x7f\x04`;
  const { format, articles } = await readFormat(
    'a.txt',
    message + tail + message.replace('Ferry stops', 'Dam holds'),
  );
  expect([format, articles.length]).toEqual(['iptc7901', 2]);
  expect(articles[0]).toMatchObject({
    key: 'ecp0007 211259 GMT Nov 18',
    headline: 'Ferry stops, and islanders wait',
    byline: 'Tom Reed, The Island Times',
    place: 'Esta',
    outlet: 'cw',
    published: { date: '2018-11-21T12:59' },
    body: [
      'Esta (cw) - The ferry to the islands stopped on Friday and will not sail before June.',
      '"It sinks," she said.',
    ],
    declaredWords: null,
  });
  expect(JSON.stringify(articles)).not.toContain('Secret');
  const signed = await readFormat('a.txt', `${message}dpa mo sv yyzz n1\n\x03211259 GMT Nov 18 \r\n\x7f\x04`);
  expect(signed.articles[0]?.body.at(-1)).toBe('"It sinks," she said.');
  expect(articles[1]).toMatchObject({ headline: 'Dam holds, and islanders wait', declaredWords: 15 });
});

test('stories of Reuters-21578 lose the marks of the wire and nothing else', async () => {
  const story = (id: string, text: string): string =>
    `<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="1" NEWID="${id}">\n<DATE> 2-JUN-1987 15:01:01.79</DATE>\n<UNKNOWN>&#5;&#22;C T</UNKNOWN>\n${text}\n</REUTERS>\n`;
  const { format, articles } = await readFormat(
    'reut2-000.sgm',
    Buffer.from(
      `<!DOCTYPE lewis SYSTEM "lewis.dtd">\n${story(
        '1',
        `<TEXT>&#2;\n<TITLE>FERRY &lt;FRY> STOPS</TITLE>\n<AUTHOR>    by Mina Okoro, Reuters</AUTHOR>\n<DATELINE>    ESTA, June 2 - </DATELINE><BODY>The ferry of M\xfcller stopped\nand waits.\n    The dam holds &amp; waits.\n Reuter\n&#3;</BODY></TEXT>`,
      )}${story('2', '<TEXT TYPE="BRIEF">&#2;\n******<TITLE>DAM HOLDS\n</TITLE>Blah blah blah.\n&#3;\n</TEXT>')}${story(
        '3',
        '<TEXT TYPE="UNPROC">&#2;\nRATES      ONE   TWO\nDOLLAR     1.1   2.2\nMARK       3.3   4.4\n REUTER\n&#3;\n</TEXT>',
      )}`,
      'latin1',
    ),
  );
  expect([format, articles.map(({ key }) => key)]).toEqual(['reuters21578', ['1', '2', '3']]);
  expect(articles[0]).toMatchObject({
    headline: 'FERRY <FRY> STOPS',
    byline: 'Mina Okoro, Reuters',
    place: 'ESTA',
    published: { date: '1987-06-02T15:01' },
    body: ['The ferry of Müller stopped and waits.', 'The dam holds & waits.'],
  });
  expect(articles[1]).toMatchObject({ headline: 'DAM HOLDS', body: [] });
  expect(articles[2]?.body).toEqual(['RATES ONE TWO DOLLAR 1.1 2.2 MARK 3.3 4.4']);
});

test.each([
  [
    'AQUAINT, with marks of names',
    `<IEER_DOC type="NEWSWIRE">\n<DOC>\n<DOCNO> APW19980429.1258 </DOCNO>\n<DATE_TIME> 04/29/1998 15:10:00 </DATE_TIME>\n<BODY>\n<HEADLINE>\nFerry stops <b_timex type="DATE">Friday<e_timex>\n</HEADLINE>\n<TEXT>\n\t   <b_enamex type="LOCATION">ESTA<e_enamex> (AP) _ The \`\`old'' ferry\nstopped.\n\t   It waits.\n\t   (ab/as)\n</TEXT>\n</BODY>\n</DOC>\n</IEER_DOC>`,
    { key: 'APW19980429.1258', published: { date: '1998-04-29T15:10' }, outlet: 'AP', place: 'ESTA' },
  ],
  [
    'Gigaword, with marked paragraphs',
    `<DOCS>\n<DOC id="NYT_ENG_19950101.0001" type="story" >\n<HEADLINE>\nFerry stops Friday\n</HEADLINE>\n<DATELINE>\nESTA  (BC-FERRY-ESTA-TEX)\n</DATELINE>\n<TEXT>\n<P>\nThe \`\`old'' ferry\nstopped.\n</P>\n<P>\nIt waits.\n</P>\n</TEXT>\n</DOC>\n</DOCS>`,
    {
      key: 'NYT_ENG_19950101.0001',
      published: { date: '1995-01-01' },
      outlet: 'The New York Times',
      place: 'ESTA',
    },
  ],
  [
    'TREC, with a date in words',
    `<DOC>\n<DOCNO> LA010189-0001 </DOCNO>\n<DATE>\n<P>\nJanuary 1, 1989, Sunday, Home Edition\n</P>\n</DATE>\n<HEADLINE>\n<P>\nFerry stops Friday\n</P>\n</HEADLINE>\n<TEXT>\n<P>\nThe \`\`old'' ferry stopped.\n</P>\n<P>\nIt waits.\n</P>\n</TEXT>\n</DOC>`,
    { key: 'LA010189-0001', published: { date: '1989-01-01' }, outlet: 'Los Angeles Times', place: null },
  ],
])('a document of %s is an article', async (_, file, expected) => {
  const { format, articles } = await readFormat('APW_19980429', file);
  expect([format, articles.length]).toEqual(['trec', 1]);
  expect(articles[0]).toMatchObject({
    ...expected,
    headline: 'Ferry stops Friday',
    body: ['The “old” ferry stopped.', 'It waits.'],
  });
});

test('the parts of an article of the Washington Post are put together', async () => {
  const article = {
    id: 'a1',
    article_url: '/local/ferry_story.html',
    title: 'Ferry stops',
    author: 'Mina Okoro',
    contents: [
      null,
      { type: 'kicker', content: 'Local' },
      { type: 'title', content: 'Ferry stops' },
      { type: 'date', content: 1514865008000 },
      { type: 'image', fullcaption: 'The ferry.' },
      { type: 'sanitized_html', subtype: 'paragraph', content: 'The <b>old</b> ferry stopped.' },
      { type: 'author_info', bio: 'Writes of ships.' },
      { type: 'tweet', content: { text: 'no text' } },
    ],
    source: 'The Island Post',
  };
  const { format, articles, failures } = await readFormat(
    'a.jl',
    `${JSON.stringify(article)}\n{"id": "broken\n${JSON.stringify({ ...article, id: 'a2', published_date: 0 })}\n`,
  );
  expect([format, articles.map(({ key }) => key)]).toEqual(['washington-post', ['a1', 'a2']]);
  expect(failures).toEqual([{ place: 'line 2', code: 'unreadable', reason: 'it is no object of JSON' }]);
  expect(articles[0]).toMatchObject({
    headline: 'Ferry stops',
    byline: 'Mina Okoro',
    section: 'Local',
    url: 'https://www.washingtonpost.com/local/ferry_story.html',
    published: { date: '2018-01-02T03:50' },
    captions: [{ text: 'The ferry.' }],
    body: ['The old ferry stopped.'],
  });
});
