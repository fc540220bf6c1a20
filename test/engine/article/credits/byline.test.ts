import { describe, expect, it } from 'vitest';
import { bylineName, isByline, readByline } from '../../../../electron/engine/article/credits/byline.ts';

describe('isByline', () => {
  it.each([
    ['By Jane Doe and John Roe', 'Jane Doe and John Roe'],
    ['BY JANE DOE', 'JANE DOE'],
    ['Von Jörg Müller, Berlin', 'Jörg Müller, Berlin'],
    ['Par Maëlle Quéguiner, envoyée spéciale', 'Maëlle Quéguiner'],
    ['Layla Ostrand, Correspondent', 'Layla Ostrand'],
    ['بقلم: ليلى حسن', 'ليلى حسن'],
    ['أجرى الحوار- ليلى حسن', 'ليلى حسن'],
    ['نووسینی: دلێر هەورامان', 'دلێر هەورامان'],
    ['By Anna B. Corvell', 'Anna B. Corvell'],
    ['By C. J. Corvell and D. Marsh', 'C. J. Corvell and D. Marsh'],
    ['Par Jean-Luc P. Marsh', 'Jean-Luc P. Marsh'],
    ['By Edda St. Marsh', 'Edda St. Marsh'],
    ['Autor: Ewa Marsh', 'Ewa Marsh'],
    ['Автор: Анна Корвел', 'Анна Корвел'],
    ['By Edda Marsh emarsh@example.org', 'Edda Marsh'],
    ['EDDA MARSH, Associated Press', 'EDDA MARSH, Associated Press'],
  ])('reads %s', (line, name) => {
    expect([isByline(line), bylineName(line)]).toEqual([true, name]);
  });

  it.each([
    'By the end of the year it was over',
    'By Monday the water had gone.',
    'Von der Leyen fordert mehr Geld.',
    'Chief Political Correspondent, Senior Editor',
    'New York, Reuters',
    'IMAGE SOURCE, REUTERS',
    'Edda Marsh, Reuters',
    'كتب الوزير إلى البرلمان رسالة طويلة عن الموازنة',
  ])('leaves %s alone', (line) => {
    expect(isByline(line)).toBe(false);
  });
});

describe('readByline', () => {
  it.each([
    ['By Edda Marsh, Associated Press', 'Edda Marsh', 'Associated Press'],
    ['By EDDA MARSH Agence France-Presse', 'EDDA MARSH', 'Agence France-Presse'],
    ['By Edda Marsh / AFP', 'Edda Marsh', 'AFP'],
    ['By Edda Marsh | Reuters', 'Edda Marsh', 'Reuters'],
    ['Von Edda Marsh (dpa)', 'Edda Marsh', 'dpa'],
    ['By Edda Marsh of Reuters', 'Edda Marsh', 'Reuters'],
    ['By Edda Marsh and Ina Corvell, Canadian Press', 'Edda Marsh and Ina Corvell', 'Canadian Press'],
    ['By Edda Marsh, Health Correspondent, Reuters', 'Edda Marsh', 'Reuters'],
    ['By Edda Marsh Political Editor', 'Edda Marsh', null],
    ['Por Edda Marsh, corresponsal', 'Edda Marsh', null],
    ['By The Associated Press', null, 'Associated Press'],
    ['By Edda Marsh', 'Edda Marsh', null],
    ['By Edda Marsh of The Associated Press', 'Edda Marsh', 'Associated Press'],
    ['By EDDA MARSH and TOM VALE Associated Press', 'EDDA MARSH and TOM VALE', 'Associated Press'],
    ['By Edda Marsh, United Press International', 'Edda Marsh', 'United Press International'],
    ['By Edda Marsh, Religion News Service', 'Edda Marsh', 'Religion News Service'],
    ['By Edda Marsh, AP Business Writer', 'Edda Marsh', 'AP'],
    ['By Edda Marsh, Associated Press Writer', 'Edda Marsh', 'Associated Press'],
    ['By Edda Marsh, Staff Writer', 'Edda Marsh', null],
    ['By Edda Marsh | Chief Political Correspondent', 'Edda Marsh', null],
    ['By Edda Marsh in Fenwick', 'Edda Marsh', null],
    ['Posted by Edda Marsh at 10:40 AM', 'Edda Marsh', null],
    ['By Edda Marsh, Special to the Herald', 'Edda Marsh', null],
  ])('reads names and agency of %s', (line, name, agency) => {
    expect(readByline(line)).toEqual({ name, agency });
  });
});
