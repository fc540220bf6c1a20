import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../../electron/words/say.ts';
import { sayRecord } from '../../../renderer/text/say-record.ts';

afterEach(() => setLanguage('en'));

test.each([
  ['message 412', 'الرسالة 412'],
  ['record 3, https://courier.example/a', 'السجل 3, https://courier.example/a'],
  ['post/1987.mbox, message 4', 'post/1987.mbox, الرسالة 4'],
  ['line 3', 'line 3'],
])('names the record %s in the language of the window', (record, said) => {
  expect(sayRecord(record)).toBe(record);
  setLanguage('ar');
  expect(sayRecord(record)).toBe(said);
});
