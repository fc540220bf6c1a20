import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  decodeText,
  decodeTextAs,
  isDecodeFailure,
} from '../../../../electron/engine/ingest/encodings/encodings.ts';

const french =
  'À Marsa Nour, la grève des grutiers immobilise trente et un navires : « nous attendons », dit l’un d’eux.';
const arabic = 'وقفت الرافعات في الميناء منذ صباح الاثنين، وقال العمال إنهم ينتظرون عرضا جديدا من الوزارة.';
const russian =
  'Краны в порту остановились утром в понедельник, и рабочие сказали, что ждут нового предложения.';
const japanese = '港のクレーンは月曜日の朝に止まり、労働者は省からの新しい提案を待っていると述べた。';
const chinese = '港口的起重机在星期一早上停止了工作,工人们说他们正在等待部里的新提议。';
const korean = '항구의 크레인은 월요일 아침에 멈췄고 노동자들은 새로운 제안을 기다리고 있다고 말했다.';

function decode(bytes: Uint8Array): unknown {
  const answer = decodeText(bytes);
  return isDecodeFailure(answer) ? answer.code : [answer.encoding, answer.text];
}

describe('decodeText', () => {
  it('takes any text through UTF-8, with and without a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(Buffer.from(text))).toEqual(['utf-8', text]);
        expect(decode(Buffer.from(`\ufeff${text}`))).toEqual(['utf-8-bom', text]);
      }),
    );
  });

  it.each([french, arabic, russian, `${japanese}\n${chinese}\n`, korean])(
    'reads UTF-16 either way, with and without a mark: %s',
    (text) => {
      for (const encoding of ['utf-16le', 'utf-16be']) {
        expect(decode(iconv.encode(text, encoding, { addBOM: true }))).toEqual([encoding, text]);
        expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toEqual([encoding, text]);
      }
    },
  );

  it.each([
    ['windows-1252', french],
    ['windows-1256', arabic],
    ['windows-1251', russian],
    ['shift_jis', japanese],
    ['gb18030', chinese],
    ['euc-kr', korean],
  ])('tells %s by what its text looks like', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toEqual([encoding, text]);
  });

  it('reads a few words of French in windows-1252', () => {
    expect(decode(iconv.encode('Un café près de la gare', 'windows-1252'))).toEqual([
      'windows-1252',
      'Un café près de la gare',
    ]);
  });

  it('reads a lone pound sign as one', () => {
    const text = 'The club paid £20m for the striker, who left for £12m in spring.';
    expect(decode(iconv.encode(text, 'windows-1252'))).toEqual(['windows-1252', text]);
  });

  it('reads UTF-8 with a broken byte as UTF-8, and is less sure', () => {
    const bytes = Buffer.concat([Buffer.from(arabic), Buffer.from([0xff]), Buffer.from(arabic)]);
    expect(decodeText(bytes)).toEqual({
      text: `${arabic}\ufffd${arabic}`,
      encoding: 'utf-8',
      confidence: 0.6,
    });
  });

  const english =
    'BASRA - The council met for three hours and heard the members speak in turn about the old market road.';

  it.each([
    ['one broken byte and few letters', 'the café’s owner;', [0xa0]],
    ['a letter cut at the end', 'a été décidé, bient', [0xc3]],
    ['a quotation mark cut at the end', 'it was “good” and left, he', [0xe2, 0x80]],
    ['a picture of four bytes cut at the end', 'it was “good” ', [0xf0, 0x9f, 0x99]],
    ['one letter, and that one cut', 'they met in the caf', [0xc3]],
  ])('takes UTF-8 with %s for no legacy encoding', (_name, end, bytes) => {
    const text = `${english}\n\n${end}`;
    const answer = decodeText(Buffer.concat([Buffer.from(text), Buffer.from(bytes)]));
    expect(answer).toEqual({ text: `${text}\ufffd`, encoding: 'utf-8', confidence: 0.6 });
  });

  it('reads the halves of a surrogate pair in UTF-8 as the character that they stand for', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${english} Look `),
      Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb1, 0x89]),
      Buffer.from(' at the café’s terrace.'),
    ]);
    expect(decode(bytes)).toEqual(['utf-8', `${english} Look 👉 at the café’s terrace.`]);
  });

  it.each([
    ['windows-1252', 'Für Grün übt Köln müde Höhe.'],
    ['windows-1252', 'They met in a café'],
    ['macroman', 'Der Rat hat für das Grün im Süden gestimmt, Bürger äußern Ärger über Gebühren.'],
    ['cp850', 'Der Rat hat für das Grün im Süden gestimmt, Bürger äußern Ärger über Gebühren.'],
    ['cp866', 'Суд в пятницу.'],
    ['koi8-r', 'Суд в пятницу.'],
  ])('reads a short text in %s: %s', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toEqual([encoding, text]);
  });

  it('reads bytes as a person says', () => {
    expect(decodeTextAs(iconv.encode(russian, 'koi8-r'), 'KOI8-R')).toEqual({
      text: russian,
      encoding: 'koi8-r',
      confidence: 1,
    });
    expect(decodeTextAs(Buffer.from('a'), 'klingon')).toEqual({
      code: 'undecodable',
      reason: 'the encoding klingon is not known',
    });
  });

  it.each([
    ['a PDF document', Buffer.from('%PDF-1.7\n%abc')],
    ['a ZIP archive', Buffer.from('PK\x03\x04rest', 'latin1')],
    ['a JPEG picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['NULs', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 11))],
    ['control characters', Buffer.from(Array.from({ length: 400 }, (_, at) => 1 + (at % 6)))],
  ])('calls %s binary', (_name, bytes) => {
    expect(decode(bytes)).toBe('binary');
  });

  it('says that a stateful encoding cannot be read', () => {
    expect(decode(Buffer.from('\x1b$B0!0!\x1b(B and so on', 'latin1'))).toBe('undecodable');
  });

  it('reads no bytes as an empty text', () => {
    expect(decode(new Uint8Array())).toEqual(['utf-8', '']);
  });

  it('answers for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes) === 'object'),
    );
  });
});
