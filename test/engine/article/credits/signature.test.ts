import { describe, expect, it } from 'vitest';
import { readSignature } from '../../../../electron/engine/article/credits/signature.ts';

describe('readSignature', () => {
  it.each([
    ['علي حسن - بغداد', 'علي حسن', 'بغداد', null],
    ['بغداد -الوطن', 'الوطن', 'بغداد', null],
    ['بغداد- واع', null, 'بغداد', 'واع'],
    ['علي حسن (الرياض)', 'علي حسن', 'الرياض', null],
    ['علي حسن من جدة', 'علي حسن', 'جدة', null],
    ['لندن: «الشرق الأوسط»', null, 'لندن', 'الشرق الأوسط'],
    ['Jean-Luc Marsh', 'Jean-Luc Marsh', null, null],
  ])('takes %s apart', (line, name, place, agency) => {
    expect(readSignature(line)).toEqual({ name, place, agency });
  });
});
