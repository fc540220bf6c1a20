import type { ExportedArticle } from '../exported-article.ts';
import type { FileFormatOf, FormatOf } from './article-format.ts';
import { plainLine, printable } from './plain-line.ts';
import { saidFacts } from './said-facts.ts';

/** Articles under each other (https://spec.commonmark.org), each with its facts as a list. */
export const markdown: FormatOf = () => ({
  head: '',
  article: (article, place) => {
    const facts = saidFacts(article).map(([name, value]) => `- ${name}: ${escaped(value)}`);
    return `${place === 0 ? '' : '\n---\n\n'}# ${escaped(plainLine(article.headline))}\n\n${blocks([facts.join('\n'), ...textOf(article)])}`;
  },
  foot: () => '',
});

/** A file each, with its facts at its head as YAML, as Obsidian and Pandoc read them. */
export const markdownFiles: FileFormatOf = () => ({
  ending: 'md',
  file: (article) => {
    const facts = saidFacts(article).filter(([name]) => name !== 'tags' && name !== 'labels');
    const lists = Object.entries({ tags: article.tags, labels: article.labels }).filter(
      ([, list]) => list.length > 0,
    );
    const said = [['title', plainLine(article.headline)], ...facts, ...lists].map(
      ([name, value]) => `${String(name)}: ${JSON.stringify(value)}\n`,
    );
    return `---\n${said.join('')}---\n\n# ${escaped(plainLine(article.headline))}\n\n${blocks(textOf(article))}`;
  },
  index: {
    name: 'index.md',
    head: '# Articles\n\n',
    row: (article, file) => {
      const facts = [article.outlet, article.published?.date].filter((fact) => fact);
      const said = facts.length === 0 ? '' : `, ${escaped(facts.join(', '))}`;
      return `- [${escaped(plainLine(article.headline))}](<${file}>)${said}\n`;
    },
    foot: '',
  },
});

function textOf({ standfirst, body, captions, notes }: ExportedArticle): readonly string[] {
  return [
    standfirst === null ? '' : `**${escaped(plainLine(standfirst))}**`,
    ...body.map((paragraph) => escaped(printable(paragraph))),
    ...captions.map(
      ({ text, credit }) => `*${escaped(plainLine(credit === null ? text : `${text} (${credit})`))}*`,
    ),
    ...notes.map(({ text }) => `> ${escaped(printable(text)).replaceAll('\n', '\n> ')}`),
  ];
}

function blocks(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

/** Text that means itself: what would be markup has a backslash before it. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&$^]/gu, '\\$&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/gmu, (_all, space: string, mark: string) =>
      /\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
