import { describe, expect, it } from 'vitest';
import { isMenuLine } from '../../../../electron/engine/article/page/menu-line.ts';
import { fieldsOf } from '../article-context.ts';

const article = [
  'BAGHDAD (Reuters) - Parliament passed a long delayed budget on Monday, ending weeks of deadlock.',
  'The vote came after midnight, two deputies said, and few of them stayed for the speeches.',
];
const arabicArticle = [
  'بغداد (رويترز) - صوّت البرلمان يوم الاثنين على مشروع قانون الموازنة بعد أسابيع من الجدل.',
  'وقال نائبان إن الجلسة استمرت حتى منتصف الليل من دون خلاف.',
];

function shapeOf(lines: readonly string[]) {
  const { headline, furniture, body, place } = fieldsOf(lines);
  return { headline, furniture, place, paragraphs: body.length };
}

describe('isMenuLine', () => {
  it.each([
    'Home | World | Sport',
    'Home · World · Sport',
    'Home › World › Sport › Harbour',
    'Home » World » Letters',
    'Home / World / Sport',
    'Home/World/Sport',
    'الرئيسية | العالم | رياضة',
    'هەواڵ · وەرزش · جیهان',
  ])('knows %s', (line) => {
    expect(isMenuLine(line)).toBe(true);
  });

  it.each([
    'Sport | Football',
    'World | Politics | Parliament passes the budget',
    'Rovers | United | 1-1',
    'Ferries / trains / buses',
    'Sport, culture and science suffer most.',
    'News - and few believed it - came late',
  ])('leaves %s alone', (line) => {
    expect(isMenuLine(line)).toBe(false);
  });
});

describe('a page that begins with its menu', () => {
  it.each([
    'Home | World | Sport',
    'Home · World · Sport',
    'Home › World › Sport',
    'Home » World » Sport',
    'Home / World / Sport',
  ])('has its headline under %s', (menu) => {
    const wanted = { headline: 'Headline', place: 'BAGHDAD', paragraphs: 2 };
    expect(shapeOf(['Harbour News', menu, '', 'Headline', '', ...article])).toEqual({
      ...wanted,
      furniture: ['Harbour News', menu],
    });
    expect(shapeOf([menu, '', 'Headline', '', ...article])).toEqual({ ...wanted, furniture: [menu] });
  });

  it('has its headline under a menu of one section a line', () => {
    const menu = ['World', 'Sport', 'Culture', 'Letters'];
    const wanted = { headline: 'Headline', place: 'BAGHDAD', paragraphs: 2 };
    expect(shapeOf(['Harbour News', ...menu, '', 'Headline', '', ...article])).toEqual({
      ...wanted,
      furniture: ['Harbour News', ...menu],
    });
    expect(shapeOf(['Harbour News', 'Home', 'World', 'Sport', 'Headline', ...article])).toEqual({
      ...wanted,
      furniture: ['Harbour News', 'Home', 'World', 'Sport'],
    });
  });

  it.each([[['الرئيسية | العالم | رياضة']], [['العالم / رياضة / ثقافة']], [['العالم', 'رياضة', 'ثقافة']]])(
    'has its headline under %j',
    (menu) => {
      expect(shapeOf(['صدى الساحل', ...menu, '', 'جلسة طويلة', '', ...arabicArticle])).toEqual({
        headline: 'جلسة طويلة',
        furniture: ['صدى الساحل', ...menu],
        place: 'بغداد',
        paragraphs: 2,
      });
    },
  );

  it('has no body in its menu where it has no headline', () => {
    expect(shapeOf(['Home | World | Sport', '', ...article])).toMatchObject({
      furniture: ['Home | World | Sport'],
      paragraphs: 2,
    });
  });

  it('has a headline that speaks of its pictures', () => {
    expect(
      shapeOf([
        'Harbour News',
        'Home | World | Sport',
        '',
        'Long night in Baghdad (Reuters photo)',
        '',
        ...article,
      ]),
    ).toMatchObject({ headline: 'Long night in Baghdad (Reuters photo)', paragraphs: 2 });
  });

  it('is read without prose as well', () => {
    const { headline, body, furniture } = fieldsOf([
      'Harbour News',
      'Home | World | Sport',
      '',
      'Ferry sinks',
      '',
      'All safe.',
    ]);
    expect({ headline, body, furniture }).toEqual({
      headline: 'Ferry sinks',
      body: ['All safe.'],
      furniture: ['Harbour News', 'Home | World | Sport'],
    });
  });
});

describe('a page without a menu', () => {
  it('keeps its short headline and the titles under it', () => {
    expect(shapeOf(['Headline', '', ...article])).toMatchObject({ headline: 'Headline', furniture: [] });
    expect(shapeOf(['Sport', '', ...article])).toMatchObject({ furniture: [] });
    expect(shapeOf(['Ferry sinks', 'World', '', ...article])).toMatchObject({
      headline: 'Ferry sinks',
      furniture: [],
    });
  });

  it('keeps a headline above its menu when no other follows', () => {
    expect(shapeOf(['Ferry sinks', 'Home | World | Sport', '', ...article])).toMatchObject({
      headline: 'Ferry sinks',
      furniture: ['Home | World | Sport'],
    });
  });
});
