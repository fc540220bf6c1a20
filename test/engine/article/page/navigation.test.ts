import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../article-context.ts';

const headline = 'Mole repaired before the storms';
const first =
  'The old mole was repaired on Monday after four weeks of work by divers from the town above it.';
const second =
  'They replaced a hundred stones that the sea had carried off in the long storms of the spring.';
const third =
  'The money for the work came from the berthing fees of the fishing boats, the harbour office said.';
const fourth =
  'Another crew will go on with the lighthouse, whose stairs have been shut for as long as anybody knows.';
const titles = ['Choir sings in the chapel', 'Ferry fares stay as they are', 'Night market is voted down'];

function bodyOf(lines: readonly string[]): readonly string[] {
  return fieldsOf([headline, ...lines].flatMap((line) => [line, ''])).body;
}

describe('a list of other titles inside an article', () => {
  it.each([
    'Most read',
    'Related',
    'Also read',
    'Popular on Harbour',
    'الأكثر قراءة',
    'زۆرترین خوێنراو',
    'پربازدیدترین‌ها',
    'En çok okunanlar',
    'İlgili haberler',
    'Nûçeyên têkildar',
    'Lo más leído',
    'Les plus lus',
    'Meistgelesen',
    'Leia também',
    'Mais lidas',
  ])('under "%s" is furniture, and the sentences behind it are body', (heading) => {
    expect(bodyOf([first, second, heading, ...titles, third, fourth])).toEqual([
      first,
      second,
      third,
      fourth,
    ]);
    expect(bodyOf([first, heading, ...titles, second, third, fourth])).toEqual([
      first,
      second,
      third,
      fourth,
    ]);
  });
});

describe('an advertisement inside an article', () => {
  it.each(['Advertisement', 'Anzeige', 'Publicidade', 'Reklam', 'إعلان', 'ڕیکلام', 'آگهی', 'Publicité'])(
    'called "%s" hides nothing behind it',
    (line) => {
      const end = ['A review is due in May.', 'Work starts on Monday.'];
      expect(bodyOf([first, second, third, line, ...end])).toEqual([first, second, third, ...end]);
    },
  );
});

describe('a list that an article ends with', () => {
  const items = ['May 3 – Orne, Town Hall', 'May 4 – Hale, Old Chapel', 'May 6 – Fenwick, St Anne'];

  it('stays with its heading', () => {
    expect(bodyOf([first, second, 'Dates of the tour', ...items, 'Most read', ...titles])).toEqual([
      first,
      second,
      'Dates of the tour',
      ...items,
    ]);
  });
});

describe('the subjects under an article', () => {
  it.each([
    'Tags: harbour, mole',
    'Etiketler: liman, mendirek',
    'Etiquetas: puerto',
    'الوسوم: ميناء',
    'برچسب‌ها: بندر',
  ])('are furniture: %s', (line) => {
    expect(bodyOf([first, second, third, line])).toEqual([first, second, third]);
  });
});

describe('the headline', () => {
  it.each([
    'We value your privacy',
    'Wir brauchen Ihre Zustimmung',
    'Tu privacidad es importante',
    'Cookie consent',
  ])('is no notice of consent: %s', (notice) => {
    const { headline: found } = fieldsOf([notice, '', headline, '', 'By Ina Corvell', '', first, '', second]);
    expect(found).toBe(headline);
  });

  it('is no label with a value behind it', () => {
    const lines = [headline, first, 'Name of mother: Ada Corvell', second, third];
    expect(fieldsOf(lines.flatMap((line) => [line, '']))).toMatchObject({ headline, byline: null });
  });
});
