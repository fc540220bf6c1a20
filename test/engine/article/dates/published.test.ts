import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../article-context.ts';

const body =
  'The first turbine at the new dam was connected to the grid on Tuesday, and it turned for an hour or so.';

function published(lines: readonly string[], path = 'page.txt') {
  const { published: found } = fieldsOf(['Turbine turns at the new dam', ...lines], { path });
  return found === null ? null : [found.date, found.from];
}

describe('the publication date', () => {
  it('is that of the published line before any other', () => {
    const lines = [
      'Updated: 3 May 2022 10:00',
      'Published: 1 May 2022 09:00',
      `GENEVA, April 30 (AP) - ${body}`,
    ];
    expect(published(lines, '2022/04/29/a.txt')).toEqual(['2022-05-01T09:00', 'published-line']);
  });

  it('is that of the dateline next, with its year from the path', () => {
    expect(published([`GENEVA, April 30 (AP) - ${body}`], '2022/05/01/a.txt')).toEqual([
      '2022-04-30',
      'dateline',
    ]);
  });

  it('takes the year before when the dateline is of December and the path of January', () => {
    expect(published([`GENEVA, Dec 31 (AP) - ${body}`], '2022/01/01/a.txt')).toEqual([
      '2021-12-31',
      'dateline',
    ]);
  });

  it('is that of the address, then of the path, then of the file', () => {
    expect(published(['https://example.org/2022/05/02/a', body], '2022/05/03/a.txt')).toEqual([
      '2022-05-02',
      'url',
    ]);
    expect(published([body], '2022/05/03/a.txt')).toEqual(['2022-05-03', 'path']);
    expect(published([body])).toEqual(['2024-05-05', 'file-time']);
  });

  it('is in an address that has its month by name', () => {
    expect(published(['https://example.org/world/2022/may/02/a', body])).toEqual(['2022-05-02', 'url']);
    expect(published([body], '2022/Mai/3/a.txt')).toEqual(['2022-05-03', 'path']);
    expect(published(['https://example.org/2022/ways/02/a', body])).toEqual(['2024-05-05', 'file-time']);
  });

  it('is of a paper when it went online, not when it was received', () => {
    const line = 'Accepted 1 April 2022; Available online 2 May 2022; Received 3 March 2022';
    expect(published([line, body])).toEqual(['2022-05-02', 'published-line']);
  });

  it('is not a date in a caption or in the body', () => {
    const lines = [
      'The dam on 3 May 2021. (Reuters photo)',
      body,
      'Work on the dam began on 4 June 2019 after a long dispute about land.',
    ];
    expect(published(lines)).toEqual(['2024-05-05', 'file-time']);
  });
});
