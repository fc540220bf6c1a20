import { createRequire } from 'node:module';
import type { Parser } from 'htmlparser2';

/** What is asked of an element that Readability has found. */
export type FoundElement = Readonly<{
  children: readonly FoundElement[];
  attributes: readonly Readonly<{ name: string }>[];
}>;

type Readability = new (
  document: unknown,
  options: Readonly<{
    keepClasses: boolean;
    disableJSONLD: boolean;
    serializer: (element: FoundElement) => FoundElement;
  }>,
) => { parse(): { content?: FoundElement | null } | null };

type JSDOMParser = new () => { parse(markup: string): unknown };

// By `require`: a bundle would load what it imports when it starts, and of most archives nobody reads a page. Node keeps
// what was loaded, so that asking again costs nothing.

export function loadHtmlParser(): typeof Parser {
  return (createRequire(import.meta.url)('htmlparser2') as { Parser: typeof Parser }).Parser;
}

/** Its own types are those of a browser. */
export function loadReadability(): Readability {
  return (createRequire(import.meta.url)('@mozilla/readability') as { Readability: Readability }).Readability;
}

/** The small document tree that Readability brings along for workers. */
export function loadDocumentParser(): JSDOMParser {
  return createRequire(import.meta.url)('@mozilla/readability/JSDOMParser.js') as JSDOMParser;
}
