import { expect, test } from 'vitest';
import { rtfParagraphs } from '../../../../../electron/engine/ingest/formats/office/rtf-paragraphs.ts';
import { byteSource, readFormat } from '../../../../support/read-format.ts';

const textOf = (written: string | Buffer): string[] =>
  [...rtfParagraphs(byteSource(Buffer.isBuffer(written) ? written : Buffer.from(written, 'latin1')))].map(
    ({ text }) => text,
  );

test('letters are read in the code page of their font, of the document, or as UTF-8 that nothing escapes', () => {
  const fonts = String.raw`{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset178 Arial (Arabic);}{\f2\fcharset204 Arial Cyr;}{\f3\fcharset128 MS Mincho;}}`;
  expect(
    textOf(
      String.raw`{\rtf1\ansi\ansicpg1252\deff0${fonts}F\'e4hre \f1\'c7\'e1\'e3\'ed\'e4\'c7\'c1\f2  \'cf\'e0\'f0\'ee\'ec\f3  \'93\'8c\'8b\'9e\plain  \'80\par}`,
    ),
  ).toEqual(['Fähre الميناء Паром 東京 €']);
  expect(
    textOf(Buffer.from(String.raw`{\rtf\ansi{\fonttbl{\f0 Arial;}}\f0 Fähre für müde Gäste\par}`)),
  ).toEqual(['Fähre für müde Gäste']);
});

test('a character of Unicode leaves out what stands for it in older programs', () => {
  expect(
    textOf(
      String.raw`{\rtf1\uc1 Gespr\u228?ch \u8211\'96 \u-10179?\u-8704? {\uc2 \u31179\'8f\'48 }\uc0\u8220 so\u8221 \par}`,
    ),
  ).toEqual(['Gespräch – 😀 秋 “so”']);
  expect(textOf(String.raw`{\rtf1 \u8364 {a}b \ldblquote c\rdblquote\~d\_e\-f\emdash g\{h\}\\\par}`)).toEqual(
    ['€ab “c”\u00a0d-ef—g{h}\\'],
  );
});

test('what is no text of the document is left out, whatever it holds', () => {
  const pict = String.raw`{\*\shppict{\pict\jpegblip\picw8 ${'0123456789abcdef'.repeat(20_000)}}}{\nonshppict{\pict ffff}}`;
  const parts = String.raw`{\info{\title RTF file}}{\stylesheet{\s1 heading 1;}}{\header Page header\par}{\footer Seite {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}`;
  const text = String.raw`{\rtf1 ${parts}${pict}The ferry{\v hidden}{\deleted gone}{\*\unknown {x}y} stopped.{\footnote Its owner says so.}\par\pard {\field{\*\fldinst HYPERLINK "https://courier.example"}{\fldrslt The Courier}} {\field{\*\fldinst NUMPAGES}{\fldrslt 9}}{\bin3 }}{x}\par A\line B\cell C\row}`;
  expect(textOf(text)).toEqual(['The ferry stopped.', 'The Courier x', 'A\nB', 'C', 'Its owner says so.']);
});

test('a document cut anywhere, and one of braces alone, ends without harm', () => {
  const whole = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\pict ff}F\'e4hre \u8211? steht\par}`;
  for (let at = 0; at < whole.length; at++) expect(() => textOf(whole.slice(0, at))).not.toThrow();
  expect(textOf(`{\\rtf1 ${'{'.repeat(200_000)}deep${'}'.repeat(200_000)}\\par}`)).toEqual(['deep']);
});

test('a document of RTF is one article under its heading', async () => {
  const text = String.raw`{\rtf1\ansi{\stylesheet{\s1 heading 1;}}\pard\s1\b Ferry stops at noon\b0\par\pard By Mina Okoro\par
July 26, 2021\par The ferry to the islands stopped on Friday and will not sail before June, its owner said in a letter.\par
Islanders wait for the next boat, which is due in the summer, and buy what the shops still have.\par}`;
  const { format, articles } = await readFormat('a.rtf', text);
  expect(format).toBe('rtf');
  expect(articles).toMatchObject([
    { headline: 'Ferry stops at noon', byline: 'Mina Okoro', published: { date: '2021-07-26' } },
  ]);
  expect(articles[0]?.body).toHaveLength(2);
});
