import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

const opening = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/><title>Factiva</title>
<style type="text/css">${'.icon a{display:block}'.repeat(4_000)}</style></head><body>
<div id="navcontainer"><h1>Factiva</h1></div><div id="contentWrapper"><div id="contentLeft"><span></span>`;
const ending = `<br/><span></span><div id="lastArticle"></div><table><tr><td>Search Summary</td></tr><tr><td>Text</td><td>ferry</td></tr></table></div></div></body></html>`;

const row = (code: string, value: string, before = '<b>', behind = '</b>'): string =>
  `<tr><td align="right" valign="top" class="index">${before}${code}${behind}&nbsp;</td><td>${value}</td></tr>`;

const coded = `<div class="article frArticle"><table>${row('SE', 'Infolocale')}${row('HD', "<b class='frHeadline'>Le bac reste à quai</b>\n")}${row('BY', 'Gérard Davet')}${row('WC', '295 mots')}${row('PD', '29 décembre 2011')}${row('ET', '15:32')}${row('SN', 'Le Port')}${row('SC', 'PORT')}${row('LA', 'Français')}
${row('LP', '<p class="articleParagraph frarticleParagraph">Le bac <b>des îles</b> reste à quai.</p>\n<p class="articleParagraph">Il partira en juin.</p>', '<p><b>', '</b></p>')}
${row('NS', '<br/>gpol : Domestic Politics | gcat : Political News', '<br/><b>')}${row('AN', '<br/>Document PORT000020111229e7ct0001r', '<br/><b>')}</table><br/></div>`;

/** An article in the display without codes: the lines of its head, in order. */
const plain = (attributes: string, headline: string, head: readonly string[], number: string): string =>
  `<div ${attributes}><p>\n${headline}${head.map((line) => `<div>${line}</div>`).join('')}\n</p>
<p class="articleParagraph dearticleParagraph">Die Fähre der <span class="companylink">Hafen AG</span> fuhr nicht.</p>
<p class="articleParagraph dearticleParagraph">Sie fährt im Juni.</p>
<p>Hafen Presse AG</p><p>${number}</p></div>`;

test('both displays of Factiva are read, in the language of the interface', async () => {
  const first = plain(
    'class="article deArticle"',
    `<div id="hd" ><b class='deHeadline'>Fähre steht</b>\n</div><div class="author">Von Lorenz Okoro&softReturn;und Mina Vale   </div>`,
    [
      '475 words',
      '19 November 2013',
      'Hafen-Bote',
      'HABO',
      '14',
      'German',
      '© 2013 HAFEN - All rights reserved.',
    ],
    'Document HABO000020131120e9bj0001v',
  );
  const last = plain(
    'id="lastArticle" class="article deArticle"',
    `<div>Politik</div><div id="hd"><span class="deHeadline counted">2) Inseln warten</span></div>`,
    ['Special to Hafen-Bote', '1.234 字', '2018 年 10 月 7 日 17:04', 'Insel-Bote', 'INBO', '德文', '© 2018'],
    '文件 inbo000020180914eea70005l',
  );
  const { format, articles, failures } = await readFormat('a.html', opening + coded + first + last + ending);
  expect([format, failures]).toEqual(['factiva-html', []]);
  expect(articles).toMatchObject([
    {
      key: 'PORT000020111229e7ct0001r',
      headline: 'Le bac reste à quai',
      byline: 'Gérard Davet',
      section: 'Infolocale',
      outlet: 'Le Port',
      language: 'fr',
      published: { date: '2011-12-29T15:32' },
      declaredWords: 295,
      body: ['Le bac des îles reste à quai.', 'Il partira en juin.'],
    },
    {
      key: 'HABO000020131120e9bj0001v',
      headline: 'Fähre steht',
      byline: 'Von Lorenz Okoro und Mina Vale',
      outlet: 'Hafen-Bote',
      language: 'de',
      published: { date: '2013-11-19', precision: 'day' },
      declaredWords: 475,
      body: ['Die Fähre der Hafen AG fuhr nicht.', 'Sie fährt im Juni.'],
    },
    {
      key: 'inbo000020180914eea70005l',
      headline: 'Inseln warten',
      section: 'Politik',
      byline: 'Special to Hafen-Bote',
      outlet: 'Insel-Bote',
      language: 'de',
      published: { date: '2018-10-07T17:04' },
      declaredWords: null,
    },
  ]);
});

test('a page that declares UTF-8 and is not is decoded by its bytes', async () => {
  const article = plain(
    'id="article-X" class="article"',
    `<div id="hd"><b class='deHeadline'>Fähre steht für müde Gäste</b></div>`,
    ['306 Wörter', '9 Januar 1993', 'Hafen-Bote'],
    'Dokument habo000019930109dp1900abc',
  );
  const { articles } = await readFormat('a.html', iconv.encode(opening + article + ending, 'windows-1252'));
  expect(articles).toMatchObject([
    { headline: 'Fähre steht für müde Gäste', published: { date: '1993-01-09' }, declaredWords: 306 },
  ]);
});

test('an article that can not be told apart is a failure of its own', async () => {
  const broken = '<div class="article deArticle"><p>Nothing that says what it is.</p></div>';
  const { articles, failures } = await readFormat('a.html', opening + broken + coded + ending);
  expect([articles.length, failures]).toEqual([
    1,
    [{ place: 'article 1', code: 'empty', reason: 'it says neither its length nor its date' }],
  ]);
});
