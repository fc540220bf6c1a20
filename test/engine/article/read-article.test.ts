import { describe, expect, it } from 'vitest';
import { fieldsOf, read, textsOf } from './article-context.ts';

const page = [
  'Home',
  'News',
  'Politics',
  'Parliament passes delayed budget after a night of talks',
  'Deputies wait in the chamber before the vote on Monday. (Reuters photo)',
  'BAGHDAD, July 26, 2021 (Reuters) — Parliament passed a long delayed budget on Monday, ending weeks of deadlock.',
  'The vote came after midnight, two deputies said, and few of them stayed for the speeches.',
  '“We had no choice,” said one of them.',
  'Previous Article',
  'Oil prices climb as talks stall',
  'Next Article',
  'Heatwave closes schools across the south',
  'Related Posts',
  'Cabinet reshuffle expected next week',
  'Five things to know about the budget',
  'Total',
  '0',
  'Share',
];

describe('readArticle', () => {
  it('reads every field of a scraped page with navigation first', () => {
    expect(fieldsOf(page)).toEqual({
      headline: 'Parliament passes delayed budget after a night of talks',
      standfirst: null,
      byline: null,
      place: 'BAGHDAD',
      agency: 'Reuters',
      published: { date: '2021-07-26', precision: 'day', from: 'dateline', confidence: 0.8 },
      captions: [
        { text: 'Deputies wait in the chamber before the vote on Monday.', credit: 'Reuters photo' },
      ],
      body: [
        'Parliament passed a long delayed budget on Monday, ending weeks of deadlock.',
        'The vote came after midnight, two deputies said, and few of them stayed for the speeches.',
        '“We had no choice,” said one of them.',
      ],
      furniture: ['Home', 'News', 'Politics', ...page.slice(8)],
      language: 'en',
      direction: 'ltr',
      outlet: null,
      section: null,
      url: null,
      words: 45,
    });
  });

  it('keeps the dateline and the credit as blocks of their own', () => {
    const article = read(page);
    expect(textsOf(article, 'dateline')).toEqual(['BAGHDAD, July 26, 2021 (Reuters) —']);
    expect(textsOf(article, 'credit')).toEqual(['(Reuters photo)']);
  });

  it('reads a page in Arabic', () => {
    const { headline, place, agency, captions, body, language, direction, furniture } = fieldsOf([
      'البرلمان يصوت على الموازنة بعد تأخير',
      'نواب خلال جلسة التصويت في بغداد (أ ف ب)',
      'بغداد (رويترز) - صوّت البرلمان يوم الاثنين على مشروع قانون الموازنة بعد أسابيع من الجدل.',
      'وقال نائبان إن الجلسة استمرت حتى منتصف الليل من دون خلاف.',
      'المقال السابق',
      'أسعار النفط ترتفع',
      'مقالات ذات صلة',
      'تعديل وزاري متوقع',
      'شارك',
    ]);
    expect({ headline, place, agency, captions, language, direction }).toEqual({
      headline: 'البرلمان يصوت على الموازنة بعد تأخير',
      place: 'بغداد',
      agency: 'رويترز',
      captions: [{ text: 'نواب خلال جلسة التصويت في بغداد', credit: 'أ ف ب' }],
      language: 'ar',
      direction: 'rtl',
    });
    expect(body[0]).toBe('صوّت البرلمان يوم الاثنين على مشروع قانون الموازنة بعد أسابيع من الجدل.');
    expect(furniture).toEqual([
      'المقال السابق',
      'أسعار النفط ترتفع',
      'مقالات ذات صلة',
      'تعديل وزاري متوقع',
      'شارك',
    ]);
  });

  it('reads a page in Sorani Kurdish with its date line', () => {
    const { headline, place, agency, published, language, body } = fieldsOf([
      'بارانێکی زۆر لە هەولێر دەبارێت',
      '٢٦ تەممووز ٢٠٢١',
      'هەولێر (ڕووداو) - کەشناسیی هەرێمی کوردستان ڕایگەیاند کە باران لە هەموو ناوچەکان دەبارێت.',
      'بەڕێوەبەری کەشناسی گوتی بارانێکی زۆر دەبێت.',
    ]);
    expect({ headline, place, agency, language, paragraphs: body.length }).toEqual({
      headline: 'بارانێکی زۆر لە هەولێر دەبارێت',
      place: 'هەولێر',
      agency: 'ڕووداو',
      language: 'ckb',
      paragraphs: 2,
    });
    expect(published).toEqual({
      date: '2021-07-26',
      precision: 'day',
      from: 'published-line',
      confidence: 0.85,
    });
  });

  it('keeps every paragraph of a clean text', () => {
    const clean = [
      'Dairy returns to the stock market',
      '',
      'The dairy company hopes to be back on the exchange in July, its administrators said.',
      '',
      'Terms of the offer were not disclosed.',
      '',
      'Share prices had fallen in the week before.',
      '',
      'News of the plan came late',
    ];
    const { headline, body, furniture } = fieldsOf(clean);
    expect({ headline, body, furniture }).toEqual({
      headline: clean[0],
      body: [clean[2], clean[4], clean[6], clean[8]],
      furniture: [],
    });
  });

  it('prefers the title that the text is about to the titles of other stories', () => {
    const { headline } = fieldsOf(
      [
        'Skip to content',
        'Dozens rescued from mountain hut after avalanche',
        'Senators argue over tax credits for film studios',
        'Subscribe',
        'Turbine turns for the first time at the new dam',
        'Share',
        'The first turbine at the new dam was connected to the grid on Tuesday, and it turned for an hour.',
        'Engineers at the dam said that the second turbine would follow in autumn if the lake filled.',
        'Share',
      ],
      { path: 'x.txt' },
    );
    expect(headline).toBe('Turbine turns for the first time at the new dam');
  });

  it('takes the title under the name of the paper for the headline', () => {
    const { headline } = fieldsOf([
      'The Daily Gull',
      'Ferry returns to the outer islands after eleven years',
      'The first ferry on a Sunday for eleven years left the harbour at nine with thirty passengers for the islands.',
    ]);
    expect(headline).toBe('Ferry returns to the outer islands after eleven years');
  });

  it('keeps a short sentence between paragraphs and a subheading in the body', () => {
    const { body } = fieldsOf([
      'Ferry returns to the outer islands',
      'The first ferry on a Sunday for eleven years left the harbour at nine with thirty passengers on board.',
      'A long wait',
      'It was late.',
      'The company had promised the service in spring, and again in summer, to the council of the islands.',
      'Comments',
    ]);
    expect(body.slice(1, 3)).toEqual(['A long wait', 'It was late.']);
  });

  it('keeps the short lines that an article ends with before its furniture', () => {
    const { body, furniture } = fieldsOf([
      'Home',
      'Rovers hold United in the rain',
      'Rovers and United drew one goal each on Saturday in front of four thousand people, most of them under umbrellas.',
      'The second half was delayed for an hour, while the ground staff looked for the lines and painted them again.',
      'Rovers: Baran, 12',
      'United: Senn, 80',
      'Share',
      'Related Posts',
      'Rovers reach the final',
    ]);
    expect(body.slice(2)).toEqual(['Rovers: Baran, 12', 'United: Senn, 80']);
    expect(furniture).toEqual(['Home', 'Share', 'Related Posts', 'Rovers reach the final']);
  });

  it('reads a page of a few words between its furniture', () => {
    const { headline, body, furniture } = fieldsOf([
      'Home',
      'Menu',
      'Search',
      'Ferry sinks',
      'All are safe.',
      'Share',
      'Tweet',
    ]);
    expect({ headline, body, furniture }).toEqual({
      headline: 'Ferry sinks',
      body: ['All are safe.'],
      furniture: ['Home', 'Menu', 'Search', 'Share', 'Tweet'],
    });
  });

  it('joins lines that were broken at a fixed width', () => {
    const { body } = fieldsOf([
      'CHEAP BUTTER PLAN UPHELD BY COURT',
      '',
      'The European Court in Luxembourg has ruled that a scheme under which',
      'surplus stocks of butter were sold off cheaply did not infringe the',
      'rules of the Community, a spokesman for the Commission said.',
      '',
      'The plan was aimed at offloading two hundred thousand tonnes from the',
      'stockpile at a specially reduced price.',
    ]);
    expect(body).toEqual([
      'The European Court in Luxembourg has ruled that a scheme under which surplus stocks of butter were sold off ' +
        'cheaply did not infringe the rules of the Community, a spokesman for the Commission said.',
      'The plan was aimed at offloading two hundred thousand tonnes from the stockpile at a specially reduced price.',
    ]);
  });

  it('hides a line that recurs across the source', () => {
    const lines = [
      'Ferry returns to the islands',
      'The Daily Gull, since 1911',
      'The first ferry on a Sunday for eleven years left at nine with thirty passengers on board.',
    ];
    const { furniture } = fieldsOf(lines, { furnitureLines: new Set(['the daily gull since #']) });
    expect(furniture).toEqual(['The Daily Gull, since 1911']);
  });

  it('ends the article where the comments begin', () => {
    const { body } = fieldsOf([
      'Council counts the cats',
      'A census of the cats of the fish market, ordered by the council in spring, has found a hundred and twelve of them.',
      'The council had expected forty at most, and had bought forty bowls for them in advance of the census this year.',
      'Nobody knows what happened to the bowls, though a clerk said that he had seen some of them at the market himself.',
      '3 Comments',
      'gull42 says:',
      'I have always said that there were more cats than the council admitted, and nobody believed me at all.',
    ]);
    expect(body).toHaveLength(3);
  });

  it('makes a headline of the first words of a text without one', () => {
    const { headline, body } = fieldsOf([
      'AMMAN – A fire destroyed part of the old market late on Friday, officials said there.',
    ]);
    expect(headline).toBe('A fire destroyed part of the old market late on Friday, officials said there.');
    expect(body).toEqual([headline]);
  });

  it('takes byline, address, section and outlet from the lines that name them', () => {
    const { byline, url, section, outlet } = fieldsOf([
      'Home › News › Harbour',
      'Dockers vote before dawn in the customs shed',
      'By Jane Doe and Ali Khan',
      'Published: 14 March 2022 | 06:30',
      'https://example.org/2022/03/14/dockers.html',
      'The first ballot in the election was cast by dockers one minute past five on Sunday in the customs shed.',
      '© The Harbour Gazette 2022. All rights reserved.',
    ]);
    expect({ byline, url, section, outlet }).toEqual({
      byline: 'Jane Doe and Ali Khan',
      url: 'https://example.org/2022/03/14/dockers.html',
      section: 'Harbour',
      outlet: 'The Harbour Gazette',
    });
  });

  it('takes the author of a byline with a short name and a role', () => {
    const { byline, body } = fieldsOf([
      'Harbour wall raised',
      '',
      'By Edda Marsh, Staff Writer',
      '',
      'The wall was raised on Monday.',
    ]);
    expect([byline, body]).toEqual(['Edda Marsh', ['The wall was raised on Monday.']]);
  });

  it('keeps markup as text', () => {
    const { body } = fieldsOf([
      'A page of traps',
      '<script>alert(1)</script> is what the second line of this page says, and no more than that.',
    ]);
    expect(body).toEqual([
      '<script>alert(1)</script> is what the second line of this page says, and no more than that.',
    ]);
  });

  it('reads an empty text', () => {
    const { headline, body, language, published } = fieldsOf([], { fileTimeMs: 0 });
    expect({ headline, body, language, published }).toEqual({
      headline: '',
      body: [],
      language: 'und',
      published: null,
    });
  });
});
