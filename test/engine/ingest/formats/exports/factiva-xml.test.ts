import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const article = (
  number: string,
  rest: string,
): string => `<ppsarticle><article><accessionNo>${number}</accessionNo>
<reference>distdoc:archive/ArchiveDoc::Article/${number}</reference><baseLanguage>FR</baseLanguage><copyright>(c) 2012 Le Port</copyright>${rest}
<sourceName>Le Port</sourceName><region code="usa"><name>United States</name></region><logo source="http://logos.example" image="a.gif" /><wordCount>942</wordCount></article></ppsarticle>`;

test('articles of the web service of Factiva are read, hits and codes left out', async () => {
  const file = `\ufeff<?xml version="1.0" encoding="utf-8"?>
<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="3">
${article(
  'PORT000020120109e51700030',
  `<headline><paragraph lang="EN"><hlt>Bac</hlt> - à quai</paragraph></headline><leadParagraph><paragraph>Le bac reste <hlt>à quai</hlt>.</paragraph></leadParagraph>
<pages /><publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime></publicationDate><tailParagraphs><paragraph>Il partira en juin.</paragraph></tailParagraphs>`,
)}
${article(
  'PORT000020120109e51700031',
  `<headline><paragraph>Îles</paragraph></headline><byline>Mina Okoro</byline><leadParagraph>
   Les îles attendent
le bac.
   Elles l'attendent encore.</leadParagraph><publicationDate><date>2012-01-10</date></publicationDate>`,
)}
</ppsarticleResultSet></ppsArticleResponse></PPSResponse>`;
  const { format, articles, declared } = await readFormat('a.xml', file);
  expect([format, declared]).toEqual(['factiva-xml', 3]);
  expect(articles).toMatchObject([
    {
      key: 'PORT000020120109e51700030',
      headline: 'Bac - à quai',
      outlet: 'Le Port',
      language: 'fr',
      published: { date: '2012-01-09T01:35' },
      declaredWords: 942,
      body: ['Le bac reste à quai.', 'Il partira en juin.'],
    },
    {
      headline: 'Îles',
      byline: 'Mina Okoro',
      published: { date: '2012-01-10' },
      body: ['Les îles attendent le bac.', "Elles l'attendent encore."],
    },
  ]);
});
