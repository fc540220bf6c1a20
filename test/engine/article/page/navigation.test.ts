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

describe('a link and an advertisement inside an article', () => {
  it('hide nothing behind them, though its sentences are short', () => {
    const short = ['“We heard them, and we have found the money,” he said.', 'It will be looked at in May.'];
    const { body } = fieldsOf(
      [
        'Home',
        'World',
        'Sports',
        'Log in',
        headline,
        'By Ann Lee',
        first,
        second,
        'Read also: Boats race',
        'Advertisement',
        ...short,
        'Tags: mole',
        'Most read',
        ...titles,
      ].flatMap((line) => [line, '']),
    );
    expect(body).toEqual([first, second, ...short]);
  });
});

describe('what names the author', () => {
  it('may stand under the text', () => {
    const lines = [
      'Home',
      'World',
      'Sports',
      'Log in',
      headline,
      first,
      second,
      third,
      'Posted by Ann Lee at 10:40 AM',
      'Share on Facebook',
      'Leave a comment',
    ];
    const { byline, body } = fieldsOf(lines.flatMap((line) => [line, '']));
    expect([byline, body]).toEqual(['Ann Lee', [first, second, third]]);
  });

  it('is no label in front of the date, nor the source of a picture', () => {
    const lines = [
      headline,
      'Published',
      '4 May 2021',
      'IMAGE SOURCE, REUTERS',
      'Image caption,',
      'Divers on the mole',
      first,
      second,
    ];
    const { byline, captions, body } = fieldsOf(lines.flatMap((line) => [line, '']));
    expect([byline, captions.map(({ text }) => text), body]).toEqual([
      null,
      ['IMAGE SOURCE, REUTERS', 'Divers on the mole'],
      [first, second],
    ]);
  });
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

const navigation = ['Home', 'World', 'Sports', 'Subscribe', 'Log in'];
const buttons = ['Share this entry', 'Share on Facebook', 'Share on Twitter', 'Comments'];

function onPage(lines: readonly string[]): readonly string[] {
  const text = [...navigation, headline, 'By Ann Lee', ...lines, ...buttons];
  return fieldsOf(text.flatMap((line) => [line, ''])).body;
}

describe('what an article ends with on a page with navigation', () => {
  it('stays when it tells of places, prices and numbers', () => {
    const closing = [
      'Harbour Theatre',
      'Tue – Sat 4PM',
      'Box office',
      'www.harbour.example',
      'Balcony : 12',
      '02-555-0100',
    ];
    expect(onPage([first, second, third, ...closing])).toEqual([first, second, third, ...closing]);
  });

  it('is furniture when it is a list of titles', () => {
    const many = [...titles, 'Old lamps are lit again', 'Two boats race to the cape'];
    expect(onPage([first, second, third, ...many])).toEqual([first, second, third]);
  });
});

describe('a list of things with their prices that an article is about', () => {
  const things = ['Oil lamp', 'Rope of hemp', 'Brass compass', 'Oilskin coat'];
  const priced = (prices: readonly string[]) =>
    things.flatMap((thing, at) => [thing, 'Made by hand in the town', prices[at] ?? '', 'Buy now']);
  const before = [first, second, third, fourth];
  const after = [
    'What is left after the fair goes to the seamen’s home on the hill above the harbour.',
    'The fair is open until Sunday, and what is not sold by then comes back in the autumn.',
  ];

  it.each([
    [['$139.00', '$34.50', 'from $1,299', '$12']],
    [['12,90 €', '1.299 €', '8 €', '45 €']],
    [['1 299 kr', '89 kr', '450 kr', '12 kr']],
    [['ab 29 EUR', '45,- EUR', '12 EUR', '9,50 EUR']],
  ])('stays where sentences resume behind it: %j', (prices) => {
    const body = onPage([...before, ...priced(prices), ...after]);
    expect(body).toEqual(expect.arrayContaining([...before, ...things, ...prices, ...after]));
    expect(body).not.toContain('Buy now');
  });

  it('is furniture where other stories and buttons stand among them', () => {
    const shop = [
      'Previous post: Ferry fares stay',
      'Next post: Night market',
      'Post navigation',
      'Leave a comment',
    ];
    const body = onPage([
      first,
      second,
      third,
      ...titles,
      ...shop,
      'Subscribe',
      ...priced(['$1', '$2', '$3']),
      ...after,
    ]);
    expect(body).not.toContain('Oil lamp');
  });
});

describe('a caption that a page shows under each of its pictures', () => {
  it('is no paragraph of the article', () => {
    const caption = 'Divers at work below the old mole of the town last week';
    expect(onPage([caption, first, caption, second, caption, third])).toEqual([first, second, third]);
  });
});

describe('an article that is a table', () => {
  it('is found under its title, its date and a sentence, whatever is told behind it', () => {
    const rows = [
      'Boat',
      'Points',
      ...Array.from({ length: 8 }, (_, at) => [`Boat ${'ABCDEFGH'.charAt(at)}`, String(90 - at)]).flat(),
    ];
    const teaser =
      'See who may sail to the cape with us in the summer, and what it costs to take a friend along on the boat.';
    const { headline: read, body } = fieldsOf([
      ...navigation,
      'Standings of the spring races',
      '26 April 2024',
      'Here are the standings after the sixth race.',
      ...rows,
      'Share on Facebook',
      'Races to come',
      teaser,
      'Boats for hire',
      teaser.replace('summer', 'autumn'),
    ]);
    expect([read, body[0]]).toEqual([
      'Standings of the spring races',
      'Here are the standings after the sixth race.',
    ]);
    expect(body).toEqual(expect.arrayContaining(rows.slice(0, -2)));
  });
});
