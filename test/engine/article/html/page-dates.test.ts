import { describe, expect, it } from 'vitest';
import { page, paragraphs, read, text } from './invented-page.ts';

const stamp = (time: string) => `<meta property="article:published_time" content="${time}">`;
const seen = (day: string) => `<p class="byline">By Tove Lind</p><time class="published">${day}</time>`;
const dateOf = (html: string, url?: string) => {
  const published = read(html, url).fields.published;
  return published === null ? null : `${published.date} ${published.from}`;
};

describe('the date of a page', () => {
  it('is the stamp of its metadata', () => {
    expect(dateOf(page({ head: stamp('2025-03-01T08:30:00+01:00') }))).toBe('2025-03-01T08:30 meta');
  });

  it('is the day that readers see or the address names where the stamp is of the next one in Greenwich', () => {
    const head = stamp('2025-03-02T02:30:00Z');
    expect(dateOf(page({ head, byline: seen('1 March 2025') }))).toBe('2025-03-01 published-line');
    expect(dateOf(page({ head }), 'https://courier.example/2025/03/01/lamp')).toBe('2025-03-01 url');
    expect(dateOf(page({ head: stamp('2025-03-02T02:30:00-05:00'), byline: seen('1 March 2025') }))).toBe(
      '2025-03-02T02:30 meta',
    );
  });

  it('is what two places on the page agree in against a stamp that stands alone', () => {
    const after = '<p>Published: 1 March 2025</p>';
    const head = stamp('2025-06-20T09:00:00+02:00');
    expect(dateOf(page({ head, byline: seen('1 March 2025'), body: `${after}${text}` }))).toBe(
      '2025-03-01 published-line',
    );
    expect(dateOf(page({ head, byline: seen('1 March 2025') }))).toBe('2025-06-20T09:00 meta');
  });

  it('is never that of a change', () => {
    const changed = '<p class="updated">Updated 3 March 2025</p><time class="published">1 March 2025</time>';
    expect(dateOf(page({ byline: changed }))).toBe('2025-03-01 published-line');
    expect(dateOf(page({ byline: '<p>Last updated: 3 March 2025</p>' }))).toContain('file-time');
  });

  it('is not the day that stands above the menu, nor that of other articles and comments', () => {
    const masthead = '<div>Tuesday, 4 March 2025</div>';
    const teasers = '<aside class="related"><time datetime="2025-02-02">2 February 2025</time></aside>';
    const whole = page({ byline: seen('1 March 2025'), after: teasers });
    expect(dateOf(whole.replace('<nav>', `${masthead}<nav>`))).toBe('2025-03-01 published-line');
  });

  it('is read of a day, a month and a year in elements of their own', () => {
    const parts = '<div class="date"><span>1</span><span>March</span><span>2025</span></div>';
    expect(dateOf(page({ byline: parts }))).toBe('2025-03-01 published-line');
  });

  it('is read of a sentence about the article, and of brackets in front of the text', () => {
    const sentence = '<p>This entry was posted on 1 March 2025 at 10:40 by the desk and filed under Sea.</p>';
    expect(dateOf(page({ body: `${text}${sentence}` }))).toBe('2025-03-01T10:40 published-line');
    expect(dateOf(page({ body: `<p>(01.03.2025) ${paragraphs.join('</p><p>')}</p>` }))).toBe(
      '2025-03-01 published-line',
    );
  });

  it('is not in the future', () => {
    expect(dateOf(page({ head: stamp('2099-01-01T00:00:00Z') }))).toContain('file-time');
  });
});
