import { expect, it } from 'vitest';
import { fieldsOf } from '../article-context.ts';

const headline = 'Two tugs stay in the northern basin over the winter';
const body = [
  'The harbour keeps two tugs in the northern basin through the winter, its director said on Tuesday.',
  'Fishing crews had asked for it after a trawler ran aground in fog near the old mole in September.',
  'The cost, about a million a year, will be met from berthing fees, according to a statement.',
];

it('reads who submitted a page and when above its headline, and tells day from month by the day of the week', () => {
  const fields = fieldsOf(['Submitted by emarsh on Tue, 10/12/2021 - 13:05', '', headline, '', ...body]);
  expect([fields.headline, fields.published?.date, fields.body]).toEqual([
    headline,
    '2021-10-12T13:05',
    body,
  ]);
});

it.each([
  'A version of this article appears in print on Oct. 13, 2021, Section A, Page 4 with the headline: Two Tugs.',
  'This copy is for your personal, non-commercial use only. To order presentation-ready copies, ask us.',
  'Our Standards: The Thomson Reuters Trust Principles.',
  'Order Reprints | Today’s Paper | Subscribe',
])('hides “%s”', (notice) => {
  const fields = fieldsOf([notice, '', headline, '', 'Oct. 12, 2021', '', ...body, '', notice]);
  expect([fields.headline, fields.body, fields.furniture]).toEqual([headline, body, [notice, notice]]);
});

it.each([
  ['Bir römorkör kuzey havuzdan ayrılıyor.', 'Fotoğraf: AA', 'AA'],
  ['Keştiyek ji hewza bakur derdikeve.', 'Wêne: AFP', 'AFP'],
  ['Буксир выходит из северной гавани.', 'Фото: ТАСС', 'ТАСС'],
  ['Un remolcador sale de la dársena.', 'Fotografía: Edda Marsh', 'Edda Marsh'],
])('reads the credit of a picture of “%s %s”', (caption, credit, name) => {
  const { captions } = fieldsOf([headline, '', `${caption} ${credit}`, '', ...body]);
  expect(captions).toEqual([{ text: caption, credit: name }]);
});
