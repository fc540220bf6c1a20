import { createRequire } from 'node:module';

/** What another program reads out of a page; null where it says nothing. */
export type PeerReading = Readonly<{ body: string; headline: string | null; date: string | null }>;

type Dom = Readonly<{ window: { document: unknown; close(): void } }>;
type Found = Readonly<{ textContent?: string | null; title?: string | null; publishedTime?: string | null }>;

const load = createRequire(import.meta.url);
const { JSDOM } = load('jsdom') as { JSDOM: new (html: string) => Dom };
const { Readability } = load('@mozilla/readability') as {
  Readability: new (document: unknown) => { parse(): Found | null };
};

/** Readability as most programs run it: on jsdom. Style sheets are taken out, at some of which jsdom fails. */
export function readByReadability(html: string): PeerReading {
  const dom = new JSDOM(html.replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, ''));
  const found = new Readability(dom.window.document).parse();
  dom.window.close();
  return {
    body: found?.textContent ?? '',
    headline: found?.title?.replace(/\s+/gu, ' ').trim() ?? null,
    date: found?.publishedTime?.slice(0, 10) ?? null,
  };
}

/** Milliseconds of the processor that some work takes. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
