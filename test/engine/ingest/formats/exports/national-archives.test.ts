import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

test('a list of Mediargus is its articles, of which it has an extract', async () => {
  const list = [
    '?1. Het veer ligt stil',
    '',
    'De Haven, woensdag 30 november 2011, p. 23, 853w.',
    '',
    'Het veer naar de eilanden voer vrijdag niet. “Wij wachten,” zegt de schipper ...',
    '',
    '',
    "2. Na 12. komt 13.: 'Wij wachten'",
    '',
    'De Standaardhaven, dinsdag 29 november 2011, p. 13, 678w.',
    '',
    'Een column over het veer.',
    '',
  ].join('\r\n');
  const { format, articles } = await readFormat('a.txt', iconv.encode(list, 'windows-1252'));
  expect(format).toBe('mediargus-txt');
  expect(articles).toMatchObject([
    {
      headline: 'Het veer ligt stil',
      outlet: 'De Haven',
      published: { date: '2011-11-30' },
      declaredWords: null,
      body: ['Het veer naar de eilanden voer vrijdag niet. “Wij wachten,” zegt de schipper ...'],
    },
    {
      headline: "Na 12. komt 13.: 'Wij wachten'",
      outlet: 'De Standaardhaven',
      published: { date: '2011-11-29' },
    },
  ]);
});

test('a report of Integrum is its articles and not the list of links before them', async () => {
  const article = (
    number: number,
    author: string,
  ): string => `<br clear="all"><div align="left"><a name="${number}"></a><table><tr><td bgcolor="#e4e1d9">^ИС:
                  Портовые новости<br>^РБ:
                  ЭПИЦЕНТР<br>^НР:
                  6<br>^ДТ:
                  09.02.1994<br>^АВ:
                  ${author}<br>^ЗГ:
                  ПАРОМ СТОИТ<br></td></tr></table><h3><font color="#0000FF"><b>ПАРОМ</b></font> СТОИТ
</h3><pre>
     Паром к островам не пошел в пят-
ницу, и никто не ждет его до июня.
     Владелец молчит</pre></div>`;
  const report = `<html><head><META http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Report 12.05.2021 15:50:05</title></head><body><h3>Report 12.05.2021 15:50:05</h3>1.
<a href="#1">ПАРОМ СТОИТ</a><small>Портовые новости; 09.02.1994; 6;</small>${article(1, 'Хмельницкий Дмитрий,')}${article(2, '')}</body></html>`;
  const { format, articles } = await readFormat('a.html', iconv.encode(report, 'windows-1251'));
  expect([format, articles.length]).toEqual(['integrum-html', 2]);
  expect(articles[0]).toMatchObject({
    headline: 'ПАРОМ СТОИТ',
    byline: 'Хмельницкий Дмитрий',
    outlet: 'Портовые новости',
    section: 'ЭПИЦЕНТР',
    published: { date: '1994-02-09' },
    encoding: 'windows-1251',
    body: ['Паром к островам не пошел в пятницу, и никто не ждет его до июня.', 'Владелец молчит'],
  });
  expect(articles[1]?.byline).toBeNull();
});

test('a printed page of APA DeFacto is its articles, broadcasts among them', async () => {
  const entry = (head: string, rest: string): string =>
    `<div class="eintrag">\n<pre>${head}</pre>\n${rest}\n<img src="a.gif" class="printimage"></div>`;
  const page = `<!DOCTYPE html>\n<!-- saved from url=(0114)https://proxy.example/+CSCO+10756/drucken.htm -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><title>DeFacto-Campus - Ausdruck</title></head><body class="print"><div class="printwrap">
${entry('"Hafen-Nachrichten" Nr. 14/2013 vom 02.04.2013                 Seite: 23\nRessort: Lokales', 'Die Insel wartet auf ihre\nFähre.<br><h3>Fähre steht</h3><p>    Von Gila Okoro </p><p>   HAFENSTADT Die Fähre fuhr \nam Freitag nicht.</p><p>Sie fährt im Juni.</p>')}
${entry('Hafen TV News 08:00 vom 02.04.2013 08.00 Uhr', '<h3>Hafen TV News (08:00)</h3><p>Die Fähre fuhr nicht.</p><p>Der gegenständliche Text ist eine Abschrift eines audiovisuellen Beitrags.</p>Hafen/Inseln')}
</div></body></html>`;
  const { format, articles } = await readFormat('a.htm', iconv.encode(page, 'latin1'));
  expect(format).toBe('defacto-html');
  expect(articles).toMatchObject([
    {
      headline: 'Fähre steht',
      standfirst: 'Die Insel wartet auf ihre Fähre.',
      byline: 'Von Gila Okoro',
      place: 'HAFENSTADT',
      outlet: 'Hafen-Nachrichten',
      section: 'Lokales',
      published: { date: '2013-04-02' },
      body: ['HAFENSTADT Die Fähre fuhr am Freitag nicht.', 'Sie fährt im Juni.'],
    },
    {
      outlet: 'Hafen TV News 08:00',
      published: { date: '2013-04-02T08:00' },
      body: ['Die Fähre fuhr nicht.'],
    },
  ]);
});

test('a list of Mediargus may have no empty line behind its titles', async () => {
  const { format, articles } = await readFormat(
    'a.txt',
    '1. Le bac attend\nLe Port, mercredi 30 novembre 2011, 853w.\nLe bac des îles attend.\n',
  );
  expect(format).toBe('mediargus-txt');
  expect(articles).toMatchObject([
    {
      headline: 'Le bac attend',
      outlet: 'Le Port',
      published: { date: '2011-11-30' },
      body: ['Le bac des îles attend.'],
    },
  ]);
});
