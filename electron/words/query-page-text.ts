import type { MessageName } from './languages.ts';
import { say } from './say.ts';

/** Ways to write a query, and what they ask for. */
export type QueryPageRow = Readonly<{ forms: readonly string[]; asks: MessageName }>;
export type QueryPageSection = Readonly<{ name: string; head: MessageName; rows: readonly QueryPageRow[] }>;

/** The one page on the language of queries. */
export const queryPage: readonly QueryPageSection[] = [
  {
    name: 'words',
    head: 'query-page.words',
    rows: [
      { forms: ['oil price'], asks: 'query-page.words-all' },
      { forms: ['"oil price"'], asks: 'query-page.words-phrase' },
      { forms: ['"oil price"~3'], asks: 'query-page.words-slack' },
      { forms: ['withdraw*', '*wright', 'withdraw!'], asks: 'query-page.words-run' },
      { forms: ['wom?n'], asks: 'query-page.words-letter' },
      { forms: ['kadimi~1'], asks: 'query-page.words-distance' },
      { forms: ['oil^2 price'], asks: 'query-page.words-boost' },
      { forms: ['*'], asks: 'query-page.words-everything' },
    ],
  },
  {
    name: 'joined',
    head: 'query-page.joined',
    rows: [
      { forms: ['oil AND gas', 'oil OR gas', 'oil NOT gas'], asks: 'query-page.joined-operators' },
      { forms: ['(oil OR gas) AND strike'], asks: 'query-page.joined-brackets' },
      { forms: ['+oil gas', 'oil -gas'], asks: 'query-page.joined-signs' },
    ],
  },
  {
    name: 'near',
    head: 'query-page.near',
    rows: [
      { forms: ['dam w/5 burst', 'dam near/5 burst'], asks: 'query-page.near-words' },
      { forms: ['dam pre/5 burst'], asks: 'query-page.near-order' },
      { forms: ['dam w/s burst', 'dam w/p burst', 'dam pre/s burst'], asks: 'query-page.near-sentence' },
      { forms: ['york NOT w/2 new', 'dam NOT w/s burst'], asks: 'query-page.near-apart' },
      { forms: ['(dam OR levee) w/5 (burst OR "gave way")'], asks: 'query-page.near-groups' },
    ],
  },
  {
    name: 'calls',
    head: 'query-page.calls',
    rows: [
      { forms: ['lead(strike)', 'hlead(strike)'], asks: 'query-page.calls-lead' },
      { forms: ['first50(strike)'], asks: 'query-page.calls-first' },
      { forms: ['atleast3(oil OR gas)'], asks: 'query-page.calls-atleast' },
      { forms: ['caps(Polish)', 'allcaps(RICO)', 'nocaps(turkey)'], asks: 'query-page.calls-case' },
      { forms: ['exact(colour)', 'exact("Résumé of a talk")'], asks: 'query-page.calls-exact' },
    ],
  },
  {
    name: 'fields',
    head: 'query-page.fields',
    rows: [
      { forms: ['headline:oil', 'standfirst:oil', 'body:oil', 'lead:oil'], asks: 'query-page.fields-text' },
      {
        forms: ['byline:smith', 'place:basra', 'agency:reuters', 'caption:river'],
        asks: 'query-page.fields-credits',
      },
      { forms: ['headline:(dam OR flood)'], asks: 'query-page.fields-several' },
      { forms: ['furniture:subscribe'], asks: 'query-page.fields-furniture' },
      { forms: ['note:bridge'], asks: 'query-page.fields-note' },
    ],
  },
  {
    name: 'filters',
    head: 'query-page.filters',
    rows: [
      { forms: ['tag:film', 'tag:"human rights"', 'tag:hum*'], asks: 'query-page.filters-tag' },
      { forms: ['source:esta', 'folder:1987', 'format:pdf'], asks: 'query-page.filters-files' },
      { forms: ['outlet:"Esta Courier"', 'section:world'], asks: 'query-page.filters-outlet' },
      { forms: ['language:english', 'language:ckb'], asks: 'query-page.filters-language' },
      { forms: ['words:>800', 'words:200..800'], asks: 'query-page.filters-length' },
      {
        forms: ['is:starred', 'is:untagged', 'is:missing', 'is:undated', 'is:corrected'],
        asks: 'query-page.filters-is',
      },
      { forms: ['is:read', 'is:unread', 'is:queued'], asks: 'query-page.filters-read' },
      { forms: ['is:excluded'], asks: 'query-page.filters-excluded' },
      { forms: ['has:note', 'has:highlight', 'has:tag', 'has:date'], asks: 'query-page.filters-has' },
      { forms: ['tag:(film OR NOT radio)'], asks: 'query-page.filters-values' },
    ],
  },
  {
    name: 'dates',
    head: 'query-page.dates',
    rows: [
      { forms: ['date:2021', 'date:2021-06', 'date:2021-06-30'], asks: 'query-page.dates-date' },
      { forms: ['date:2021-06..2021-08', 'year:2010..2015'], asks: 'query-page.dates-range' },
      { forms: ['before:2021', 'after:2021-06-30'], asks: 'query-page.dates-before' },
      { forms: ['date:-30d', 'date:today'], asks: 'query-page.dates-ago' },
      { forms: ['date~:2021'], asks: 'query-page.dates-guessed' },
    ],
  },
];

const widest = 44;

/** The page as lines of plain text. */
export function queryPageText(): string {
  const sections = queryPage.map(({ head, rows }) => {
    const lines = rows.map(({ forms, asks }) => `  ${forms.join('   ').padEnd(widest)} ${say(asks)}`);
    return [say(head), ...lines].join('\n');
  });
  return sections.join('\n\n');
}

/** The page in Markdown, as Prettier lays it out. */
export function queryPageMarkdown(): string {
  const sections = queryPage.map(({ head, rows }) => {
    const cells = rows.map(
      ({ forms, asks }) => [forms.map((form) => `\`${form}\``).join(' '), say(asks)] as const,
    );
    return `## ${say(head)}\n\n${table([[say('query-page.form'), say('query-page.asks')], ...cells])}`;
  });
  return [`# ${say('query-page.title')}`, ...sections].join('\n\n');
}

function table(rows: readonly (readonly [string, string])[]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column as 0 | 1].length)));
  const line = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head = ['', ''], ...others] = rows;
  return [line(head, ' '), line(['', ''], '-'), ...others.map((cells) => line(cells, ' '))].join('\n');
}
