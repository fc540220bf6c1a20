import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../article-context.ts';

const headline = 'Mole repaired before the storms';
const paragraphs = [
  'The old mole was repaired on Monday after four weeks of work by divers, who replaced stones that the sea had carried off in the spring, and by masons from the town above it, most of whom had never worked on anything so wet.',
  'Another crew will go on with the lighthouse, whose stairs have been shut to visitors for as long as anybody at the harbour office can remember, and it expects to finish in the autumn unless the weather turns against it once more.',
  'Money for both came from the berthing fees of the fishing boats, which rose twice last year, and from a fund that the widow of a former pilot left to the town when she moved to the mountains and swore never to look at the sea again.',
];

/** Laid out as browsers for terminals do it: text and menu in columns, nothing between paragraphs. */
function laidOut(text: string, width: number, indent = 0, mark = ''): string[] {
  const lines: string[] = [];
  let line = mark;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(' '.repeat(indent) + line);
      line = ' '.repeat(mark.length) + word;
    } else line = line === '' || line.endsWith(' ') ? line + word : `${line} ${word}`;
  }
  return [...lines, ' '.repeat(indent) + line];
}

const menu = ['Home', 'World', 'Sports', 'Weather', 'Subscribe', 'Log in'].map((item) => `    * ${item}`);
const end = ['    * Share on Facebook', '    * Share on Twitter', 'Comments', 'All rights reserved'];

describe('a page that a browser for terminals has laid out', () => {
  it.each([72, 79])('in %i columns without blank lines gives the paragraphs of the article', (width) => {
    const text = paragraphs.flatMap((one) => laidOut(one, width));
    const {
      headline: read,
      byline,
      body,
    } = fieldsOf([...menu, `****** ${headline} ******`, 'By Ann Lee', ...text, ...end]);
    expect([read, byline, body.join(' ')]).toEqual([headline, 'Ann Lee', paragraphs.join(' ')]);
  });

  it('keeps the lines of an item together, and items apart', () => {
    const items = paragraphs.flatMap((one, at) => laidOut(one, 72, 3, `${String(at + 1)}. `));
    const { body } = fieldsOf([...menu, '', headline, '', 'By Ann Lee', '', ...items, '', ...end]);
    expect(body).toEqual(paragraphs.map((one, at) => `${String(at + 1)}. ${one}`));
  });

  it('has the titles of other stories as links, which are not its headline', () => {
    const links = [
      '_Choir_sings_in_the_old_chapel_',
      '[Night_market_-_Photo]',
      '_Ferry_fares_stay_as_they_are_',
    ];
    const text = paragraphs.flatMap((one) => laidOut(one, 79));
    const { headline: read, furniture } = fieldsOf([
      ...menu,
      ...links,
      `***** ${headline} *****`,
      ...text,
      ...end,
    ]);
    expect(read).toBe(headline);
    expect(furniture).toEqual(
      expect.arrayContaining(['Choir_sings_in_the_old_chapel', links[1], 'Ferry_fares_stay_as_they_are']),
    );
  });

  it('is filled to its width also where tables are wider, and where few of its lines are broken', () => {
    const table = Array.from(
      { length: 6 },
      (_, at) => `Stall ${String(at)}`.padEnd(70) + '| 12 | 14 | 15 | 17 | 20',
    );
    const text = paragraphs.flatMap((one) => [...laidOut(one, 79), '']);
    const { body } = fieldsOf([...menu, `****** ${headline} ******`, 'By Ann Lee', ...text, ...table]);
    expect(body.slice(0, 3)).toEqual(paragraphs);
    const short = 'A dredger will follow in the week after Easter, when the tides are low and the';
    const few = [
      ...menu,
      '    * Jobs',
      '    * Archive',
      '',
      headline,
      '',
      'By Ann Lee',
      '',
      short,
      'harbour is empty.',
    ];
    expect(fieldsOf(few).body).toEqual([`${short} harbour is empty.`]);
  });

  it('has a heading whose closing marks had no room on its line', () => {
    const { headline: read } = fieldsOf([
      ...menu,
      `****** ${headline}`,
      '******',
      'By Ann Lee',
      ...paragraphs,
    ]);
    expect(read).toBe(headline);
  });

  it('has its byline and date in a list', () => {
    const page = [
      ...menu,
      '',
      headline,
      '',
      '    * By Ann Lee',
      '    * 5 May 2019',
      '',
      ...paragraphs,
      ...end,
    ];
    const { byline, published, body } = fieldsOf(page);
    expect([byline, published?.date, body]).toEqual(['Ann Lee', '2019-05-05', paragraphs]);
  });

  it('has fields, buttons, frames and the files of its pictures, which are no text', () => {
    const marks = [
      '[pilot-boat_280.jpg][1-300x300]',
      'IFRAME: https://player.example/1',
      '(BUTTON) Subscribe',
      'Search: ____________________ Submit',
      '[                    ] Search',
      '[INS: :INS]',
    ];
    const [first = '', second = '', third = ''] = paragraphs;
    const { body, furniture } = fieldsOf([
      headline,
      '',
      first,
      '',
      ...marks.flatMap((mark) => [mark, '']),
      second,
      '',
      third,
    ]);
    expect([body, furniture]).toEqual([paragraphs, marks]);
  });

  it('has words of its links joined, which are words', () => {
    const links = menu.map((line) => `${line}_of_the_harbour_town`);
    const { headline: read, body } = fieldsOf([
      ...links,
      '',
      'Old_mole is_repaired before the_storms',
      '',
      'By Ann Lee',
      '',
      ...paragraphs,
    ]);
    expect([read, body]).toEqual(['Old_mole is_repaired before the_storms', paragraphs]);
  });

  it('has captions that are shown again in other lines', () => {
    const caption =
      'Divers rest on the quay after they have set the last of the stones that the sea had carried off in the spring.';
    const again = (indent: number) => [...laidOut(caption, 79, indent), ''];
    const text = paragraphs.flatMap((one) => [...laidOut(one, 79), '']);
    const { body } = fieldsOf([
      ...menu,
      '',
      headline,
      '',
      'By Ann Lee',
      '',
      ...text,
      ...again(0),
      ...again(6),
      ...again(3),
      ...end,
    ]);
    expect(body).toEqual(paragraphs);
  });
});
