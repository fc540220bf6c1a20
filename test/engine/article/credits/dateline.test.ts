import { describe, expect, it } from 'vitest';
import { readDateline } from '../../../../electron/engine/article/credits/dateline.ts';

function read(paragraph: string) {
  const found = readDateline(paragraph);
  return found === null
    ? null
    : { place: found.place, agency: found.agency, rest: paragraph.slice(found.length) };
}

describe('readDateline', () => {
  it.each([
    ['BAGHDAD (Reuters) - Parliament voted on Monday.', 'BAGHDAD', 'Reuters'],
    ['BAGHDAD, Iraq (AP) — Parliament voted on Monday.', 'BAGHDAD, Iraq', 'AP'],
    ['SPRINGFIELD, Ill., Feb. 26 (UPI) -- Parliament voted on Monday.', 'SPRINGFIELD, Ill.', 'UPI'],
    ['WASHINGTON, March 11 - Parliament voted on Monday.', 'WASHINGTON', null],
    ['FORT CALDER: Parliament voted on Monday, it said.', 'FORT CALDER', null],
    ['Erbil (Kurdistan 24) – Parliament voted on Monday.', 'Erbil', 'Kurdistan 24'],
    ['Geneva, 3 May 2022 – Parliament voted on Monday.', 'Geneva', null],
    ['London - Parliament voted on Monday.', 'London', null],
    ['NEW YORK, Nov. 19, 2019 /PRNewswire/ -- Parliament voted on Monday.', 'NEW YORK', 'PRNewswire'],
    ['Rio de Janeiro (AFP) - Parliament voted on Monday.', 'Rio de Janeiro', 'AFP'],
  ])('reads %s', (paragraph, place, agency) => {
    expect(read(paragraph)).toMatchObject({
      place,
      agency,
      rest: expect.stringMatching(/^Parliament voted/) as string,
    });
  });

  it.each([
    ['بغداد (رويترز) - صوّت البرلمان اليوم', 'بغداد', 'رويترز', 'صوّت البرلمان اليوم'],
    ['بغداد/ واع صوّت البرلمان اليوم', 'بغداد', 'واع', ' صوّت البرلمان اليوم'],
    ['أربيل – روداو: صوّت البرلمان اليوم', 'أربيل', 'روداو', 'صوّت البرلمان اليوم'],
    ['واس - الرياض: صوّت البرلمان اليوم', 'الرياض', 'واس', 'صوّت البرلمان اليوم'],
    ['لندن: «الشرق الأوسط»', 'لندن', 'الشرق الأوسط', ''],
    ['تل رمان، 4 نيسان 2019 (وكالة الساحل) — صوّت البرلمان', 'تل رمان', 'وكالة الساحل', 'صوّت البرلمان'],
    ['بغداد/ نينا/ صوّت البرلمان اليوم', 'بغداد', 'نينا', 'صوّت البرلمان اليوم'],
    ['الدوحة في 12 أكتوبر /قنا/ صوّت البرلمان اليوم', 'الدوحة', 'قنا', 'صوّت البرلمان اليوم'],
    ['دمشق-سانا صوّت البرلمان اليوم', 'دمشق', 'سانا', ' صوّت البرلمان اليوم'],
    ['رام الله 12-10-2021 وفا- صوّت البرلمان اليوم', 'رام الله', 'وفا', 'صوّت البرلمان اليوم'],
    ['شفق نيوز/ صوّت البرلمان اليوم', null, 'شفق نيوز', 'صوّت البرلمان اليوم'],
    ['هەولێر (ڕووداو) - پەرلەمان دەنگی دا', 'هەولێر', 'ڕووداو', 'پەرلەمان دەنگی دا'],
    ['سلێمانی – پەرلەمان دەنگی دا', 'سلێمانی', null, 'پەرلەمان دەنگی دا'],
  ])('reads %s', (paragraph, place, agency, rest) => {
    expect(read(paragraph)).toEqual({ place, agency, rest });
  });

  it.each([
    'Note: this page is no longer kept up to date.',
    'NOTE: this page is no longer kept up to date.',
    'Q: What did the minister say about it?',
    'UPDATE - The minister has answered since then.',
    'Update - The minister has answered since then.',
    'However, he said - and few believed him - that it was over.',
    'Apple - The company has answered since then.',
    'The minister - who had not slept - left at six.',
    'BREAKING: Parliament votes on the budget at last.',
    'FEDERAL RESERVE REPORT -- WEEKLY',
    'قال الوزير: إن الجلسة انتهت',
    'ملاحظة: هذه الصفحة قديمة',
  ])('leaves %s to the body', (paragraph) => {
    expect(readDateline(paragraph)).toBeNull();
  });
});
