import { describe, expect, it } from 'vitest';
import { creditOf } from '../../../../electron/engine/article/credits/caption.ts';

describe('creditOf', () => {
  it.each([
    ['Deputies wait in the chamber. (Reuters photo)', 'Reuters photo'],
    ['Deputies wait in the chamber. (AP Photo/Jane Doe)', 'AP Photo/Jane Doe'],
    ['Deputies wait in the chamber. Photo: Jane Doe/AP', 'Jane Doe/AP'],
    ['Deputies wait in the chamber.Credit...Jane Doe/The Gazette', 'Jane Doe/The Gazette'],
    ['Deputies wait in the chamber (Photo by Jane Doe)', 'Jane Doe'],
    ['Photo: Jane Doe', 'Jane Doe'],
    ['Jane Doe/Hill Times/Getty Images', 'Jane Doe/Hill Times/Getty Images'],
    ['نواب في قاعة البرلمان (تصوير: علي حسن)', 'علي حسن'],
    ['نواب في قاعة البرلمان (أ ف ب)', 'أ ف ب'],
  ])('reads %s', (line, name) => {
    expect(creditOf(line)?.name).toBe(name);
  });

  it.each([
    'The bank (which lost its licence in May) is to close.',
    'He said that the photo had been taken in spring, and that nobody had asked him for it until now.',
    'The picture is: nobody knows who will pay for the repairs to the bridge, or when they begin.',
    'Source said it would take days (see table).',
    'Storm over the harbour (PHOTOS)',
    'تصمیم جنجالی درباره بندر (عکس)',
  ])('leaves %s to the body', (line) => {
    expect(creditOf(line)).toBeNull();
  });
});
