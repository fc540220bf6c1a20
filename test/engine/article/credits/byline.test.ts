import { describe, expect, it } from 'vitest';
import { bylineName, isByline } from '../../../../electron/engine/article/credits/byline.ts';

describe('isByline', () => {
  it.each([
    ['By Jane Doe and John Roe', 'Jane Doe and John Roe'],
    ['BY JANE DOE', 'JANE DOE'],
    ['Von Jörg Müller, Berlin', 'Jörg Müller, Berlin'],
    ['Par Maëlle Quéguiner, envoyée spéciale', 'Maëlle Quéguiner'],
    ['Layla Ostrand, Correspondent', 'Layla Ostrand'],
    ['بقلم: ليلى حسن', 'ليلى حسن'],
    ['نووسینی: دلێر هەورامان', 'دلێر هەورامان'],
  ])('reads %s', (line, name) => {
    expect([isByline(line), bylineName(line)]).toEqual([true, name]);
  });

  it.each([
    'By the end of the year it was over',
    'By Monday the water had gone.',
    'Von der Leyen fordert mehr Geld.',
    'كتب الوزير إلى البرلمان رسالة طويلة عن الموازنة',
  ])('leaves %s alone', (line) => {
    expect(isByline(line)).toBe(false);
  });
});
