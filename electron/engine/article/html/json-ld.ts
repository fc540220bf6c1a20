/** What a block of JSON-LD says of an article, as written. */
export type LinkedArticle = Readonly<{
  headline: string | null;
  published: string | null;
  modified: string | null;
  authors: readonly string[];
  publisher: string | null;
  section: string | null;
  language: string | null;
  url: string | null;
}>;

type Thing = Readonly<Record<string, unknown>>;

/** Objects looked at on a page, and how far inside one another. */
const limits = { things: 2_000, depth: 6 };
const articleType =
  /(?:Article|Posting|Report|Recipe|Review|Column|Obituary|Liveblog|Critique|CreativeWork)$/iu;
/** Pages are not articles, but say when one was published where nothing else does. */
const pageType =
  /(?:WebPage|ItemPage|AboutPage|VideoObject|PodcastEpisode|ImageGallery|Newsletter|Event|Product)$/iu;
/** Where a page holds its own articles; lists of others are in other places. */
const holders = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'item', 'about'] as const;

/** The articles that the blocks of JSON-LD of a page describe, those first that are called articles. */
export function linkedArticles(blocks: readonly string[]): LinkedArticle[] {
  const articles: Thing[] = [];
  const pages: Thing[] = [];
  let left = limits.things;
  const visit = (value: unknown, depth: number): void => {
    if (left-- <= 0 || depth > limits.depth) return;
    if (Array.isArray(value)) {
      for (const one of value) visit(one, depth + 1);
      return;
    }
    if (!isThing(value)) return;
    const types = typesOf(value);
    if (types.some((type) => articleType.test(type))) articles.push(value);
    else if (types.some((type) => pageType.test(type)) && !types.includes('BreadcrumbList'))
      pages.push(value);
    for (const holder of holders) if (value[holder] !== undefined) visit(value[holder], depth + 1);
  };
  for (const block of blocks) visit(parsed(block), 0);
  return [...articles, ...pages].map(articleOf);
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null;
}

function typesOf(thing: Thing): string[] {
  const type = thing['@type'];
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((one) => typeof one === 'string') : [];
}

function articleOf(thing: Thing): LinkedArticle {
  return {
    headline: textOf(thing['headline']) ?? textOf(thing['name']),
    published: textOf(thing['datePublished']) ?? textOf(thing['dateCreated']) ?? textOf(thing['uploadDate']),
    modified: textOf(thing['dateModified']),
    authors: namesOf(thing['author'] ?? thing['creator']),
    publisher: namesOf(thing['publisher'])[0] ?? null,
    section: textOf(thing['articleSection']),
    language: textOf(thing['inLanguage']),
    url: textOf(thing['url']) ?? textOf(thing['mainEntityOfPage']),
  };
}

/** A text, the first one of a list, or what names a thing. */
function textOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first.trim() === '' ? null : first.trim();
  if (typeof first === 'number') return String(first);
  if (!isThing(first)) return null;
  const named = first['@value'] ?? first['name'] ?? first['@id'];
  return typeof named === 'string' && named.trim() !== '' ? named.trim() : null;
}

function namesOf(value: unknown): string[] {
  const names: string[] = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    const name = isThing(one) ? textOf(one['name']) : textOf(one);
    if (name !== null) names.push(name);
  }
  return names;
}

/** Pages wrap their JSON in comments, break lines inside of strings, and leave commas behind. */
function parsed(block: string): unknown {
  const bare = block
    .replace(/^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/g, '')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [bare, repaired(bare)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // What can't be read after the repair either says nothing.
      continue;
    }
  }
  return null;
}

function repaired(json: string): string {
  return json.replace(/\p{Cc}+/gu, ' ').replace(/,(\s*[}\]])/g, '$1');
}
