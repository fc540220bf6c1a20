import { describe, expect, it } from 'vitest';
import { mbox } from '../../../../electron/engine/ingest/formats/mail/mbox.ts';
import { csv } from '../../../../electron/engine/ingest/formats/tables/csv.ts';
import { json } from '../../../../electron/engine/ingest/formats/tables/json.ts';
import {
  isRecordFailure,
  type FormatReader,
} from '../../../../electron/engine/ingest/formats/format-reader.ts';
import { byteSource } from '../../../support/read-format.ts';

const numbers = Array.from({ length: 130 }, (_, at) => at + 1);
const mail = (at: number): string =>
  `From - Mon Jul 26 07:31:03 2021\nFrom: a@b.c\nMessage-ID: ${String(at)}\nSubject: Story ${String(at)}\nDate: Mon, 26 Jul 2021 07:31:03 +0200\n\nWords.\n\n`;

describe('what ends the program while a record is read', () => {
  const files: [string, FormatReader, string][] = [
    [
      'table',
      csv,
      `id,title,text\n${numbers.map((at) => `${String(at)},Story ${String(at)},Words`).join('\n')}`,
    ],
    [
      'list',
      json,
      JSON.stringify(numbers.map((at) => ({ id: at, title: `Story ${String(at)}`, text: 'Words' }))),
    ],
    ['mailbox', mbox, numbers.map(mail).join('')],
  ];
  it.each(files)(
    'is blamed on that record of a %s, and on the same place again',
    async (_, reader, content) => {
      const blamed = async (passedOver: number | null): Promise<Map<string, number>> => {
        const places = new Map<string, number>();
        let last = -1;
        const begin = (place: number): boolean => {
          last = place;
          return place !== passedOver;
        };
        const context = {
          path: 'a',
          fileTimeMs: 0,
          today: '2026-01-01',
          encoding: null,
          begin,
          declare: () => undefined,
        };
        for await (const found of reader.read(byteSource(content), context))
          if (!isRecordFailure(found)) places.set(found.key ?? '', last);
        return places;
      };
      const places = await blamed(null);
      expect(new Set(places.values()).size).toBe(numbers.length);
      const { value: third } = [...places.values()].slice(2)[Symbol.iterator]().next();
      const without = await blamed(third ?? null);
      expect([without.size, without.has('3')]).toEqual([numbers.length - 1, false]);
    },
  );
});
