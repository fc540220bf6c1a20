import { expect, test } from 'vitest';
import { readFormat } from '../../../../support/read-format.ts';

test('a page in PAGE is read in its order, on one level, without its running heads', async () => {
  const equiv = (text: string, index = ''): string =>
    `<pc:TextEquiv ${index}><pc:Unicode>${text}</pc:Unicode></pc:TextEquiv>`;
  const { format, articles } = await readFormat(
    'page.xml',
    `<?xml version="1.0"?><pc:PcGts xmlns:pc="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><pc:Page>
<pc:ReadingOrder><pc:OrderedGroup id="g"><pc:RegionRefIndexed index="1" regionRef="r1"/><pc:RegionRefIndexed index="0" regionRef="r2"/></pc:OrderedGroup></pc:ReadingOrder>
<pc:TextRegion id="r1" type="paragraph"><pc:TextLine>${`<pc:Word>${equiv('Die')}</pc:Word><pc:Word>${equiv('Gaſſe')}</pc:Word>`}${equiv('Die Gaſſe iſt ver-', 'index="0"')}${equiv('Wrong', 'index="1"')}</pc:TextLine>
<pc:TextLine>${equiv('ſchloſſen &amp; leer.')}</pc:TextLine>${equiv('Die Gaſſe iſt ver-\nſchloſſen &amp; leer.')}</pc:TextRegion>
<pc:TextRegion id="r2" type="heading">${equiv('Von der Gaſſe')}</pc:TextRegion>
<pc:TextRegion id="r3" type="page-number">${equiv('77')}</pc:TextRegion></pc:Page></pc:PcGts>`,
  );
  expect([format, articles.length]).toEqual(['page', 1]);
  expect(articles[0]).toMatchObject({
    body: ['Von der Gaſſe', 'Die Gaſſe iſt verſchloſſen & leer.'],
    furniture: ['77'],
  });
});

test('hOCR is no web page: its lines are put together, in paragraphs where they are marked', async () => {
  const { format, articles } = await readFormat(
    'scan.html',
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html xmlns="http://www.w3.org/1999/xhtml"><head><title></title><meta name="ocr-system" content="tesseract"/></head>
<body><div class="ocr_page" title="bbox 0 0 1 1"><div class="ocr_carea"><p class="ocr_par"><span class="ocr_line" title="bbox 1 2 3 4"><span class="ocrx_word">The</span> <span class="ocrx_word">ferry</span> <span class="ocrx_word">stop-</span></span>
<span class="ocr_line"><span class="ocrx_word">ped.</span></span></p><p class="ocr_par"><span class="ocr_line">It waits.</span></p></div></div>
<div class="ocr_page"><span class="ocr_line">Second page.</span></div></body></html>`,
  );
  expect([format, articles.length]).toEqual(['hocr', 1]);
  expect(articles[0]?.body).toEqual(['The ferry stopped.', 'It waits.', 'Second page.']);
});

test('texts of impresso are cut where their paragraphs begin, and an issue gives its titles', async () => {
  const rebuilt = {
    id: 'CL-1882-10-25-a-i0002',
    d: '1882-10-25',
    tp: 'ar',
    lg: 'fr',
    pp: [2],
    t: '10002112.word.tetml',
    ft: 'COURRIER DU LEMAN Le rap¬ pel de la ville.',
    lb: [17],
    pb: [18],
    rb: [18],
  };
  const advert = { ...rebuilt, id: 'CL-1882-10-25-a-i0003', tp: 'ad' };
  const lines = await readFormat('CL.jsonl', `${JSON.stringify(rebuilt)}\n${JSON.stringify(advert)}\n`);
  expect([lines.format, lines.articles.length]).toEqual(['impresso', 1]);
  expect(lines.articles[0]).toMatchObject({
    key: 'CL-1882-10-25-a-i0002',
    outlet: 'CL',
    published: { date: '1882-10-25' },
    body: ['COURRIER DU LEMAN', 'Le rappel de la ville.'],
  });
  const issue = {
    id: 'GDL-1900-01-02-a',
    cdt: '2018-12-27 12:00:28',
    i: [
      {
        m: {
          id: 'GDL-1900-01-02-a-i0001',
          l: 'fr',
          pp: [1],
          t: 'Lausanne,2janvier1900. Regards',
          tp: 'article',
        },
      },
      { m: { id: 'GDL-1900-01-02-a-i0034', pp: [4], tp: 'ad' } },
    ],
  };
  const { articles } = await readFormat('issue.json', JSON.stringify(issue));
  expect(articles).toMatchObject([
    {
      key: 'GDL-1900-01-02-a-i0001',
      headline: 'Lausanne,2janvier1900. Regards',
      place: 'Lausanne',
      outlet: 'GDL',
      published: { date: '1900-01-02' },
    },
  ]);
});

test('an article of Delpher has its title, where it has one, and its paragraphs', async () => {
  const { format, articles } = await readFormat(
    'DDD_ddd_010400001_mpeg21_a0001_articletext.xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<text>\n<title>DE VEERBOOT.</title>\n<p>De boot voer\n  vrijdag niet.</p><p/><p>Zij wacht.</p></text>',
  );
  expect([format, articles.length]).toEqual(['delpher', 1]);
  expect(articles[0]).toMatchObject({
    headline: 'DE VEERBOOT.',
    body: ['De boot voer vrijdag niet.', 'Zij wacht.'],
  });
  const { articles: untitled } = await readFormat('a.xml', '<text><title/><p>Zij wacht.</p></text>');
  expect(untitled).toMatchObject([{ headline: 'Zij wacht.', body: ['Zij wacht.'] }]);
});

test('an empty page of a scanner is no article', async () => {
  const page =
    '<div class="ocr_page"><div class="ocr_carea"><p class="ocr_par"><span class="ocr_line"><span class="ocrx_word"> </span></span></p></div></div>';
  const hocr = await readFormat(
    'a.hocr',
    `<html><head><meta name="ocr-system" content="tesseract"/></head><body>${page}</body></html>`,
  );
  expect(hocr).toMatchObject({ articles: [], failures: [{ code: 'empty' }] });
  const region = '<TextRegion id="r"><TextEquiv><Unicode></Unicode></TextEquiv></TextRegion>';
  const { articles } = await readFormat(
    'a.xml',
    `<?xml version="1.0"?><PcGts xmlns="x"><Page>${region}</Page></PcGts>`,
  );
  expect(articles).toEqual([]);
});
