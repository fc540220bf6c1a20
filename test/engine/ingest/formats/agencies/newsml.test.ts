import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const item = (id: string, component: string): string => `<NewsItem><Identification><NewsIdentifier>
<ProviderId>wire.example</ProviderId><DateId>20231124</DateId><NewsItemId>${id}</NewsItemId>
<PublicIdentifier>urn:newsml:wire.example:20231124:${id}:1</PublicIdentifier></NewsIdentifier><NameLabel>slug</NameLabel></Identification>
<NewsManagement><FirstCreated>20231124T192141+0000</FirstCreated><ThisRevisionCreated>20231125T080000+0000</ThisRevisionCreated></NewsManagement>
${component}</NewsItem>`;
const alert = item(
  'TX-1',
  `<NewsComponent><NewsLines><HeadLine xml:lang="ar"/></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="و س ب"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="ar"/><Location HowPresent="Origin"><Property FormalName="Country" Value="FRA"/>
<Property FormalName="City" Value="باريس"/></Location></DescriptiveMetadata>
<ContentItem><MediaType FormalName="Text"/><Characteristics><Property FormalName="Words" Value="60"/></Characteristics>
<DataContent><nitf><body><body.content><p>الميناء يفتح أبوابه أمام السفن الكبيرة</p><p>ففف/ح س/كام</p><p/></body.content></body></nitf></DataContent></ContentItem></NewsComponent>`,
);
const story = item(
  'TX-2',
  `<NewsComponent><NewsLines><HeadLine>Le port rouvre</HeadLine><ByLine>Par Mina Okoro</ByLine><DateLine>Esta, 10 juil 2024 (CW)</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="wire.example"/></Provider><Source><Party FormalName="CW"/></Source></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><media><media-reference data-location="#p"/></media><p>Le port a rouvert mercredi.</p></DataContent></ContentItem></NewsComponent>
<NewsComponent><NewsLines><HeadLine>Le port en juillet</HeadLine><CreditLine>Sam Vale/CW</CreditLine></NewsLines>
<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>Le port en juillet</p></DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem Href="p.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsComponent></NewsComponent>`,
);
const listing = item('list', '<NewsComponent><DescriptiveMetadata/></NewsComponent>');

test('the texts of NewsML 1 are articles, and not its lists and pictures', async () => {
  const { format, articles } = await readFormat(
    'a.xml',
    `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<NewsML Version="1.2"><NewsEnvelope/>${alert}${listing}${story}</NewsML>`,
  );
  expect([format, articles.length]).toEqual(['newsml-1', 2]);
  expect(articles[0]).toMatchObject({
    key: 'urn:newsml:wire.example:20231124:TX-1:1',
    headline: 'الميناء يفتح أبوابه أمام السفن الكبيرة',
    place: 'باريس',
    outlet: 'و س ب',
    language: 'ar',
    published: { date: '2023-11-24T19:21' },
    body: ['الميناء يفتح أبوابه أمام السفن الكبيرة'],
    furniture: ['ففف/ح س/كام'],
    declaredWords: 60,
  });
  expect(articles[1]).toMatchObject({
    headline: 'Le port rouvre',
    byline: 'Mina Okoro',
    place: 'Esta',
    outlet: 'CW',
    body: ['Le port a rouvert mercredi.'],
    captions: [{ text: 'Le port en juillet', credit: 'Sam Vale/CW' }],
  });
});

test('a list of items alone holds no articles, and says so', async () => {
  const { articles, failures, declared } = await readFormat(
    'index.xml',
    `<NewsML Version="1.2"><NewsEnvelope/>${listing}</NewsML>`,
  );
  expect([articles, failures, declared]).toEqual([[], [], 0]);
});

const newsItem = (guid: string, itemClass: string, content: string): string =>
  `<newsItem guid="${guid}" standard="NewsML-G2" xml:lang="it-IT"><rightsInfo><copyrightHolder literal="CWA"/></rightsInfo>
<itemMeta><itemClass qcode="${itemClass}"/><provider literal="cwa.example"/><versionCreated>2018-10-11T10:41:00+01:00</versionCreated>
<firstCreated>2017-10-11T10:41:00+01:00</firstCreated></itemMeta>
<contentMeta><located literal="Rome"><name>Rome</name></located><by>By Sam Vale</by><language tag="en"/>
<headline role="hld:subHeadline">Owner expresses faith</headline><headline>Ferry stops</headline></contentMeta>
<contentSet>${content}</contentSet></newsItem>`;

test('the items of text of NewsML-G2 are articles, in whatever form their text is', async () => {
  const lines = `<inlineData contenttype="text/plain" wordcount="0"><![CDATA[
<p>
      (CWA) - Rome, October 11 - The ferry to the islands stopped on
Friday and will not sail.
   "It sinks," its owner said &
waited.
</p>]]></inlineData>`;
  const xhtml = `<remoteContent contenttype="image/jpeg" href="a.jpg"/><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body><p>The dam <b>holds</b>.</p><p>So far.</p></body></html></inlineXML>`;
  const { format, articles } = await readFormat(
    'a.xml',
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2017-10-11T10:41:00+01:00</sent></header><itemSet>
${newsItem('tag:1', 'icls:text', lines)}${newsItem('tag:2', 'ninat:picture', xhtml)}${newsItem('tag:3', 'ninat:text', xhtml)}
${newsItem('tag:4', 'icls:text', '<remoteContent href="text.xml"/>')}</itemSet></newsMessage>`,
  );
  expect([format, articles.map(({ key }) => key)]).toEqual(['newsml-g2', ['tag:1', 'tag:3']]);
  expect(articles[0]).toMatchObject({
    headline: 'Ferry stops',
    standfirst: 'Owner expresses faith',
    byline: 'Sam Vale',
    place: 'Rome',
    outlet: 'CWA',
    language: 'en',
    published: { date: '2017-10-11T10:41' },
    body: [
      '(CWA) - Rome, October 11 - The ferry to the islands stopped on Friday and will not sail.',
      '"It sinks," its owner said & waited.',
    ],
  });
  expect(articles[1]?.body).toEqual(['The dam holds.', 'So far.']);
});

test('a story of the Reuters Corpus has its headline without the country', async () => {
  const { format, articles } = await readFormat(
    '2286newsML.xml',
    `<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en"><title>MEXICO: Recovery excitement.</title><headline>Recovery excitement.</headline>
<byline>By Mina Okoro</byline><dateline>MEXICO CITY 1996-08-20</dateline><text><p>Emerging evidence.</p><p>So far.</p></text>
<copyright>(c) 1996</copyright><metadata><dc element="dc.publisher" value="Reuters Holdings Plc"/><dc element="dc.source" value="Reuters"/>
<dc element="dc.creator.location" value="MEXICO CITY"/></metadata></newsitem>`,
  );
  expect([format, articles.length]).toEqual(['rcv1', 1]);
  expect(articles[0]).toMatchObject({
    key: '2286',
    headline: 'Recovery excitement.',
    byline: 'Mina Okoro',
    place: 'MEXICO CITY',
    outlet: 'Reuters',
    published: { date: '1996-08-20' },
    body: ['Emerging evidence.', 'So far.'],
  });
});

test('paragraphs that an agency wrote as one text are paragraphs', async () => {
  const component = (data: string): string =>
    `<NewsComponent><NewsLines><HeadLine>Ferry stops</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/><DataContent>${data}</DataContent></ContentItem></NewsComponent>`;
  const { articles } = await readFormat(
    'a.xml',
    `<?xml version="1.0"?><NewsML Version="1.2">${item('TX-9', component('<![CDATA[<p>The ferry waits.</p><p>It waits for June.</p>]]>'))}</NewsML>`,
  );
  expect(articles).toMatchObject([{ body: ['The ferry waits.', 'It waits for June.'] }]);
});

test('an item of NewsML-G2 without a headline has that of the story in it', async () => {
  const { articles } = await readFormat(
    'a.xml',
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta/>' +
      '<contentSet><inlineXML><nitf><body><body.head><hedline><hl1>Ferry stops</hl1></hedline></body.head><body.content><p>It waits for June.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>',
  );
  expect(articles).toMatchObject([{ headline: 'Ferry stops', body: ['It waits for June.'] }]);
});

test('items of ninjs are read one at a time, and pictures alone are no failure', async () => {
  const text = (id: number): unknown => ({
    uri: `urn:${id}`,
    type: 'text',
    headline: `Ferry ${id}`,
    versioncreated: '2015-03-12T10:00:00Z',
    body_text: 'It waits for June.',
  });
  const picture = { uri: 'urn:9', type: 'picture', headline: 'Quay', versioncreated: '2015-03-12T10:00:00Z' };
  for (const content of [
    { _items: [text(1), picture, text(2)] },
    [text(1), text(2)],
    { _meta: { page: 1 }, _items: [text(1), text(2)] },
  ]) {
    const { format, articles } = await readFormat('a.json', JSON.stringify(content));
    expect([format, articles.map(({ key }) => key)]).toEqual(['ninjs', ['urn:1', 'urn:2']]);
  }
  const { articles, declared } = await readFormat('a.json', JSON.stringify([picture]));
  expect([articles, declared]).toEqual([[], 0]);
});
