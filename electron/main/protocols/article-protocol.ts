import { messageOf } from '../../contract/failure.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';
import { say } from '../../words/say.ts';
import { articlePolicy } from '../security/content-security-policy.ts';

/** What an article was read from; rejects when there is no such article, or when it can't be shown. */
export type ReadOriginals = Readonly<{
  text: (id: ArticleId) => Promise<string>;
  /** The web page, if it is one. */
  page: (id: ArticleId) => Promise<string>;
}>;

const html = 'text/html; charset=utf-8';

/**
 * Answers `article://a<ID>/` with the article's original text, and `article://a<ID>/page` with the web page that it was read from, on
 * pages that can do nothing.
 */
export async function articleResponse(originals: ReadOriginals, address: string): Promise<Response> {
  const asked = askedFor(address);
  if (asked === null) return notFound();
  try {
    const page =
      asked.what === 'page' ? await originals.page(asked.id) : pageOf(await originals.text(asked.id));
    return new Response(page, { headers: headersOf(html) });
  } catch (thrown) {
    // The file was changed, the article removed, or the engine is away: a person can only be told.
    return asked.what === 'page'
      ? notFound(say('article.page-not-shown', { why: messageOf(thrown) }))
      : notFound();
  }
}

// The host starts with a letter, or the URL parser would read the number as an IPv4 address.
function askedFor(address: string): Readonly<{ id: ArticleId; what: 'text' | 'page' }> | null {
  const { hostname, pathname, port, username, search } = new URL(address);
  const what = pathname === '/' ? 'text' : pathname === '/page' ? 'page' : null;
  if (what === null || port !== '' || username !== '' || search !== '') return null;
  const digits = /^a(\d{1,15})$/u.exec(hostname)?.[1];
  return digits === undefined ? null : { id: articleId(Number(digits)), what };
}

function pageOf(text: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Original text</title><style>
:root { color-scheme: light dark; }
pre { font: 1rem/1.5 system-ui, sans-serif; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
</style><pre dir="auto">${escaped(text)}</pre>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}

function notFound(why = 'not found'): Response {
  return new Response(why, { status: 404, headers: headersOf('text/plain; charset=utf-8') });
}

function headersOf(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': articlePolicy,
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}
