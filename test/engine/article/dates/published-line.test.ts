import { describe, expect, it } from 'vitest';
import { labelOfLine, publishedLine } from '../../../../electron/engine/article/dates/published-line.ts';

function day(line: string): string | null {
  const found = publishedLine(line);
  if (found === null || found.label === 'updated') return null;
  const { year, month, day: number } = found.date;
  return [year, month, number].join('-');
}

describe('a line with two dates', () => {
  it.each([
    'Updated June 9, 2020 | Published June 4, 2020',
    'Published June 4, 2020 | Updated June 9, 2020',
    'June 4, 2020 (updated June 9, 2020)',
    'June 4, 2020 (published) - June 9, 2020 (updated)',
    'June 4, 2020 Last modified: June 9, 2020',
    'Submitted: 2 May 2020 Accepted: 3 May 2020 Published: 4 June 2020',
    'Zuletzt geändert: 9. Juni 2020, erschienen: 4. Juni 2020',
    'Mis à jour le 9 juin 2020, publié le 4 juin 2020',
    'Actualizado: 9 de junio de 2020 - Publicado: 4 de junio de 2020',
    'Atualizado em 9 de junho de 2020 Publicado em 4 de junho de 2020',
    'Aggiornato il 9 giugno 2020, pubblicato il 4 giugno 2020',
    'Bijgewerkt: 9 juni 2020 Gepubliceerd: 4 juni 2020',
    'Uppdaterad 9 juni 2020 Publicerad 4 juni 2020',
    'Aktualizacja: 9 czerwca 2020, opublikowano: 4 czerwca 2020',
    'Обновлено 9 июня 2020, опубликовано 4 июня 2020',
    'Оновлено 9 червня 2020 Опубліковано 4 червня 2020',
    'Güncelleme: 9 Haziran 2020 Yayınlanma: 4 Haziran 2020',
    'Nûkirin: 9 Hezîran 2020 Weşandin: 4 Hezîran 2020',
    'آخر تحديث: 9 حزيران 2020 - تاريخ النشر: 4 حزيران 2020',
    'نوێکردنەوە: 9 حوزەیران 2020 - بڵاوکراوەتەوە: 4 حوزەیران 2020',
    'به‌روزرسانی: ۲۰ خرداد ۱۳۹۹ - تاریخ انتشار: ۱۵ خرداد ۱۳۹۹',
    'Ενημερώθηκε 9 Ιουνίου 2020 Δημοσιεύθηκε 4 Ιουνίου 2020',
    'עודכן: 9 ביוני 2020 פורסם: 4 ביוני 2020',
    '更新时间:2020年6月9日 发布时间:2020年6月4日',
    '수정 2020년 6월 9일 입력 2020년 6월 4일',
    'June 4, 2020 10:40 AM UTC · Updated 2 hours ago',
    'פורסם: 04.06.20, 10:40 עודכן: 09.06.20, 08:00',
    'Stand: 09.06.20 | Veröffentlicht: 04.06.20',
  ])('is dated by its label: %s', (line) => {
    expect(day(line)).toBe('2020-6-4');
  });
});

describe('the time of a line', () => {
  it.each([
    ['Published: 10:40, 4 June 2020 | Updated: 11:00, 9 June 2020', '10:40'],
    ['UPDATED: 11:00 BST, 9 June 2020 PUBLISHED: 10:40 BST, 4 June 2020', '10:40'],
    ['Giriş: 04.06.2020 - 10:40 Güncelleme: 09.06.2020 - 11:00', '10:40'],
    ['Thu 4 Jun 2020 10.40 BST', '10:40'],
    ['4 June 2020, 10:40:05', '10:40'],
    ['Published 4 June 2020', null],
  ])('is beside its date: %s', (line, time) => {
    expect(publishedLine(line)?.date.time).toBe(time);
  });
});

describe('a year of two digits', () => {
  it.each(['12.10.21', 'Version 12.10.21', 'Win 12-10-21 at home', 'Published in 10.1.12.34'])(
    'is none without a label, and nothing else beside it: %s',
    (line) => {
      expect(publishedLine(line)).toBeNull();
    },
  );

  it('is one of the last century from 50 on', () => {
    expect(day('Published: 4.6.87')).toBe('1987-6-4');
  });
});

describe('a line with one date', () => {
  it.each(['Updated: June 9, 2020', 'Aktualisiert am 9. Juni 2020', 'Güncellendi: 9 Haziran 2020'])(
    'is no publication when it says it was a change: %s',
    (line) => {
      expect(day(line)).toBeNull();
    },
  );

  it.each([
    'Born: June 4, 1931, Lower Fenwick',
    'Date of birth: 4 June 1931',
    'Place and date of death: Lower Fenwick / 4 June 2016',
    'Geboren am 4. Juni 1931 in Fenwick',
    'Fecha de nacimiento: 4 de junio de 1931',
    'Doğum tarihi: 4 Haziran 1931',
    'تاريخ الميلاد: 4 حزيران 1931',
    '4.25% notes due 4 June 2031',
    'Sunday, June 4, 2017, church hall',
    'Rehearsal: June 4, 2017',
    'Deadline: 4 June 2017',
  ])('is the date of something else: %s', (line) => {
    expect(day(line)).toBeNull();
  });

  it.each([
    'Stand: 4.6.2020 10:40 Uhr',
    'By Ina Fenwick - June 4, 2020',
    'Fenwick Herald | June 4, 2020',
    'بقلم: ليلى حسن - 4 حزيران 2020',
    'Thursday, June 4, 2020',
  ])('dates the article: %s', (line) => {
    expect(day(line)).toBe('2020-6-4');
  });
});

describe('labelOfLine', () => {
  it('tells what a label alone on its line says of the next one', () => {
    expect(['Last updated:', 'Published on', 'Date of birth', 'A market opens'].map(labelOfLine)).toEqual([
      'updated',
      'published',
      'other',
      null,
    ]);
  });
});
