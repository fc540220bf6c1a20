import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../article-context.ts';

const headline = 'Mole repaired before the storms';
const paragraphs = [
  'FENWICK — The old mole was repaired on Monday after four weeks of work by divers, who replaced stones that the sea had carried off in the spring, and by masons from the town above it.',
  'Another crew will go on with the lighthouse, whose stairs have been shut to visitors for as long as anybody at the harbour office can remember, and it expects to finish in the autumn.',
  'Money for both came from the berthing fees of the fishing boats.',
];

/** Filled like a text editor does it. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const read = [headline, 'FENWICK', [paragraphs[0]?.replace('FENWICK — ', ''), ...paragraphs.slice(1)]];

describe('text in hard lines', () => {
  it.each([26, 30, 34, 40, 52, 64, 72, 80, 96, 104, 112, 120, 132])(
    'of %i columns is read as before it was broken',
    (width) => {
      const lines = [...wrap(headline, width), ...paragraphs.flatMap((one) => ['', ...wrap(one, width)])];
      const fields = fieldsOf(lines);
      expect([fields.headline, fields.place, fields.body]).toEqual(read);
    },
  );

  it.each([26, 52, 72, 80])('of %i columns needs no blank lines between its paragraphs', (width) => {
    const lines = [...wrap(headline, width), '', ...paragraphs.flatMap((one) => wrap(one, width))];
    const { place, body } = fieldsOf(lines);
    expect([headline, place, body]).toEqual(read);
  });

  it.each([26, 34, 38, 44, 52, 60, 62, 72, 80, 96])(
    'of %i columns shows it in a script without capitals, with and without blank lines and indents',
    (width) => {
      const arabic = [
        'وافق المجلس يوم الاثنين على خطة للمياه النظيفة بعد ثلاث سنوات من المحادثات مع الوزارة ومزارعي الدلتا السفلى وأهلها.',
        'وقال رئيس البلدية إن العمل في المضختين الأوليين سيبدأ في حزيران وإن القناة القديمة ستطهر قبل أمطار الشتاء بشهرين.',
        'وقال مزارع للصحفيين عند باب المحطة حيث تجمع حشد صغير إن أحدا لم يعد يصدق أن ذلك ممكن في هذا العام.',
      ];
      const top = ['الاتفاق على خطة المياه', ''];
      const blank = arabic.flatMap((one) => [...wrap(one, width), '']);
      expect(fieldsOf([...top, ...blank]).body).toEqual(arabic);
      const indented = arabic.flatMap((one) => wrap(`\u2003\u2003\u2003\u2003${one}`, width));
      expect(fieldsOf([...top, ...indented]).body).toEqual(arabic);
    },
  );

  it.each([26, 38, 44, 54, 62, 72, 96])('of %i columns shows it where many words have capitals', (width) => {
    const german = [
      'Der Rat hat am Montag nach drei Jahren Gesprächen mit dem Ministerium und den Bauern des Deltas einen Plan für sauberes Wasser beschlossen.',
      'Die Arbeiten an den ersten beiden Pumpen beginnen im Juni, sagte der Bürgermeister, und der alte Kanal soll vor dem Winterregen ausgebaggert werden.',
      '„Niemand hat es mehr geglaubt“, sagte ein Bauer den Reportern am Tor des Pumpwerks, wo sich eine kleine Menge versammelt hatte.',
    ];
    const lines = ['Wasserplan beschlossen', '', ...german.flatMap((one) => [...wrap(one, width), ''])];
    expect(fieldsOf(lines).body).toEqual(german);
  });

  it('is not seen in a list of titles', () => {
    const titles = [
      'Two tugs stay in the north basin',
      'Choir sings in the old chapel',
      'Market opens on the quay',
    ];
    const { body } = fieldsOf([headline, '', ...paragraphs.slice(1), '', ...titles]);
    expect(body.slice(-3)).toEqual(titles);
  });
});
