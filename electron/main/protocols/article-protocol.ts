import { articleId, type ArticleId } from '../../contract/ids.ts';
import { articlePolicy } from '../security/content-security-policy.ts';

/** The original text of an article; rejects when there is no such article. */
export type ReadOriginal = (id: ArticleId) => Promise<string>;

/** Answers `article://a<ID>/` with the article's original text on a page that can do nothing. */
export async function articleResponse(read: ReadOriginal, address: string): Promise<Response> {
  const id = idOf(address);
  if (id === null) return notFound();
  try {
    return new Response(pageOf(await read(id)), { headers: headersOf('text/html; charset=utf-8') });
  } catch {
    return notFound(); // The article was removed, or the engine is away: the frame has nothing to show either way.
  }
}

// The host starts with a letter, or the URL parser would read the number as an IPv4 address.
function idOf(address: string): ArticleId | null {
  const { hostname, pathname, port, username, search } = new URL(address);
  if (pathname !== '/' || port !== '' || username !== '' || search !== '') return null;
  const digits = /^a(\d{1,15})$/u.exec(hostname)?.[1];
  return digits === undefined ? null : articleId(Number(digits));
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

function notFound(): Response {
  return new Response('not found', { status: 404, headers: headersOf('text/plain; charset=utf-8') });
}

function headersOf(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': articlePolicy,
    'X-Content-Type-Options': 'nosniff',
  };
}
