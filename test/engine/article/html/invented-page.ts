import { readPage } from '../../../../electron/engine/article/html/read-page.ts';
import { readRecord } from '../../../../electron/engine/article/read-record.ts';
import type { ExtractedArticle } from '../../../../electron/contract/article.ts';

/** Three paragraphs of an article that nobody published. */
export const paragraphs = [
  'The keeper of the Orne lighthouse switched the lamp off for the last time on Friday, after forty-one years of nights that she says she does not regret.',
  'Her lamp is replaced by a mast with a panel, a battery and nobody. The harbour office says that it costs a ninth of what the keeper did, and that ships will see no difference.',
  'Fishermen of the village, who came up the hill with bread and a cake, were of another opinion. "A light that nobody tends is only a light," said one of them, who asked to be named as the man with the cake.',
] as const;

export const text = paragraphs.map((one) => `<p>${one}</p>`).join('\n');

export const context = { path: 'saved/page.html', fileTimeMs: Date.UTC(2025, 2, 4), today: '2026-01-01' };

/** Reads a page as an import does. */
export function read(html: string, url?: string): ExtractedArticle {
  const { text: blocks, said } = readPage(html, url === undefined ? context : { ...context, url });
  return readRecord(blocks, said, context);
}

/** A page around the article: navigation, a headline, and what stands beside an article. */
export function page(
  parts: Readonly<{ head?: string; byline?: string; body?: string; after?: string }> = {},
): string {
  const { head = '', byline = '<p class="byline">By Tove Lind</p>', body = text, after = '' } = parts;
  return `<!doctype html><html lang="en"><head><title>Last night of the lamp | Orne Courier</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<main><article><h1>Last night of the lamp</h1>${byline}${body}</article></main>${after}
<footer><p>Orne Courier, Quay 1. All rights reserved.</p></footer></body></html>`;
}
