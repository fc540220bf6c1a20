import { describe, expect, it } from 'vitest';
import { rolesIn } from '../../../../../electron/engine/ingest/formats/column-roles.ts';
import { guessColumns } from '../../../../../electron/engine/ingest/formats/tables/guess-columns.ts';
import { rowOfObject } from '../../../../../electron/engine/ingest/formats/tables/json-rows.ts';

const today = '2026-01-01';
const long = 'The harbour that had been closed since May opened again on Monday, and ships came in. '.repeat(
  4,
);

function rolesOf(row: object, ...more: object[]): Readonly<Record<string, string>> {
  const rows = [row, ...more].map(rowOfObject);
  return rolesIn(guessColumns(Object.keys(rows[0] ?? {}), rows, today));
}

describe('the columns of a table', () => {
  it.each([
    [{ Titre: 'a b c', Auteur: 'D E', 'Date de publication': '26/07/2021', Texte: long }],
    [{ Titel: 'a b c', Autor: 'D E', Datum: '26.07.2021', Volltext: long }],
    [{ Título: 'a b c', Autor: 'D E', Fecha: '26/07/2021', Texto: long }],
    [{ العنوان: 'أ ب ج', الكاتب: 'د ه', 'تاريخ النشر': '2021-07-26', النص: long }],
    [{ headline_text: 'a b c', authors: 'D E', publish_date: '20210726', 'Article Body': long }],
    [{ webTitle: 'a b c', byLine: 'D E', webPublicationDate: '2021-07-26T10:00:00Z', bodyText: long }],
  ])('are known by their names: %j', (row) => {
    expect(Object.values(rolesOf(row))).toEqual(['headline', 'byline', 'published', 'body']);
  });

  it('are known by what is in them where names say nothing', () => {
    expect(
      rolesOf(
        { c1: '2021-07-26', c2: 'Harbour reopens today', c3: long, c4: 'https://a.example/1', c5: '17' },
        { c1: '2021-07-27', c2: 'Ferry timetable grows', c3: long, c4: 'https://a.example/2', c5: '18' },
      ),
    ).toEqual({ c1: 'published', c2: 'headline', c3: 'body', c4: 'url' });
  });

  it('are not what their name says when they hold something else', () => {
    expect(rolesOf({ title: 'a b c', source: 'https://a.example/1', date: 'n/a', content: long })).toEqual({
      title: 'headline',
      source: 'url',
      content: 'body',
    });
  });

  it('hold no date of publication when it is that of saving, reading or changing', () => {
    expect(rolesOf({ title: 'a b c', time_added: '1600322788', updated_at: '2021-07-26' })).toEqual({
      title: 'headline',
    });
  });

  it('give the longest of several texts as the body', () => {
    expect(rolesOf({ title: 'a b c', content: 'An extract of it…', text: long }).text).toBe('body');
  });

  it('give what is called a summary as the body where there is no other text', () => {
    expect(rolesOf({ title: 'a b c', description: long })).toEqual({
      title: 'headline',
      description: 'body',
    });
  });

  it('give no key that all rows share', () => {
    const row = { source: { id: 'courier', name: 'The Courier' }, title: 'a b c' };
    expect(rolesOf(row, { ...row, title: 'd e f' })).toEqual({ 'source.name': 'outlet', title: 'headline' });
  });

  it('say in which order days and months are by the dates that leave no choice', () => {
    const guessOf = (...dates: string[]) =>
      guessColumns(
        ['title', 'date'],
        dates.map((date) => ({ title: 'a b c', date })),
        today,
      ).dayFirst;
    expect([guessOf('3/4/2021', '17/4/2021'), guessOf('3/4/2021', '4/17/2021'), guessOf('3/4/2021')]).toEqual(
      [true, false, null],
    );
  });

  it('are found in objects within objects', () => {
    expect(
      rolesOf({
        _source: {
          title: { rendered: 'a b c' },
          source: { name: 'The Courier' },
          authors: [{ name: 'D E' }],
        },
      }),
    ).toEqual({
      '_source.title.rendered': 'headline',
      '_source.source.name': 'outlet',
      '_source.authors': 'byline',
    });
  });
});

describe('what wraps an article', () => {
  it('is not the source that has a name and a number of its own', () => {
    const row = {
      'source.id': 'c',
      'source.name': 'Canal Times',
      title: 'Lock opens',
      url: 'https://a.example/1',
    };
    expect(rolesOf({ ...row, content: long })).toMatchObject({ 'source.name': 'outlet', url: 'url' });
    expect(rolesOf({ ...row, content: long })['source.id']).toBeUndefined();
  });
});
