import type { ArticleFields } from './article.ts';

/** A person, or what has a name as a whole: an agency, a desk, a name of which nobody can tell the parts. */
export type AuthorName = Readonly<{ family: string; given: string }> | Readonly<{ literal: string }>;

const between = /\s*[,،;؛&/|]\s*|\s+(?:and|und|et|y|e|og|och|en|i|и|و)\s+/u;
/** What begins a family name, and what stands before the rest of an Arabic name. */
const particle =
  /^(?:al|el|de|da|di|do|dos|du|la|le|van|von|der|den|ter|bin|ben|ibn|bint|abu|abou|zu|af|عبد|أبو|ابو|بن|ابن|بنت|آل)$/iu;
const bodies =
  /(?:^|\s)(?:desk|staff|team|bureau|agency|agencies|editors?|newsroom|press|news|service|correspondents?|reporters?|redaktion|rédaction|redacción|redazione|редакция|وكالة|وكالات|وكالەت|تحرير|مكتب|قسم|هيئة|مراسلو|تحریریه|خبرگزاری|ئاژانس)(?:$|\s|-)/iu;
/** Scripts in which names are written with the family's behind, between spaces. */
const splitScripts =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Armenian}\p{M}\p{P}\s\u200c]+$/u;
const maxWords = 6;

/** Who is to be cited for an article: those of its byline, or the agency where it has none. */
export function authorsOf({
  byline,
  agency,
}: Pick<ArticleFields, 'byline' | 'agency'>): readonly AuthorName[] {
  const names = (byline ?? '').split(between).filter((name) => name.trim() !== '');
  if (names.length === 0) return agency === null ? [] : [{ literal: agency }];
  return names.map((name) => authorOf(name.trim(), agency));
}

/** A name as it is written from its beginning. */
export function wholeName(author: AuthorName): string {
  return 'literal' in author ? author.literal : `${author.given} ${author.family}`;
}

function authorOf(name: string, agency: string | null): AuthorName {
  const words = name.split(/\s+/u);
  const isBody = name === agency || bodies.test(name) || /\d/u.test(name);
  if (isBody || words.length < 2 || words.length > maxWords || !splitScripts.test(name))
    return { literal: name };
  let from = words.length - 1;
  while (from > 1 && particle.test(words[from - 1] ?? '')) from -= 1;
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}
