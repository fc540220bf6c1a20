import type { SavedQuestion } from '../contract/saved-searches.ts';
import type { Hit, SearchFilter, SearchPage } from '../contract/search.ts';
import type { Engine } from '../engine/create-engine.ts';
import { say } from '../words/say.ts';
import { word } from '../words/word.ts';
import type { CommandLine } from './command-line.ts';
import { hitLines, plain, printJson, type Output } from './output.ts';

export const pageRows = 200;

const noFilter: SearchFilter = { tags: [], sources: [], untagged: false };

/** An answer with as many of its hits as the line asks for. */
export type FoundPage = Readonly<{ page: SearchPage; hits: readonly Hit[] }>;

/** Asks a query in the order and grammar of the line. */
export function find(engine: Engine, line: CommandLine, query: string): Promise<FoundPage> {
  return findQuestion(engine, line, { query, grammar: line.grammar, sort: line.sort, filter: noFilter });
}

export async function findQuestion(
  { api }: Engine,
  line: CommandLine,
  question: SavedQuestion,
): Promise<FoundPage> {
  // After a crash or a damage the index is brought up to date first: half of an answer would look like a whole one.
  await api.importFinished({});
  const page = await api.search({
    ...question,
    offset: line.offset,
    limit: Math.min(line.limit, pageRows),
    typing: false,
  });
  const hits = [...page.hits];
  const wanted = Math.min(line.limit, Math.max(0, page.total - line.offset));
  while (hits.length < wanted) {
    const limit = Math.min(pageRows, wanted - hits.length);
    hits.push(...(await api.rows({ resultSet: page.resultSet, offset: line.offset + hits.length, limit })));
  }
  return { page, hits };
}

/** An answer as JSON tells it. */
export function answerOf({ page, hits }: FoundPage): object {
  const { query, reading, fault, hints, foreign, notices, total, hidden, milliseconds } = page;
  return {
    query,
    reading,
    ...(fault === null ? {} : { fault }),
    ...(hints.length === 0 ? {} : { hints }),
    ...(foreign === null ? {} : { foreign }),
    ...(notices.length === 0 ? {} : { notices }),
    total,
    ...(hidden === 0 ? {} : { hidden }),
    milliseconds: Math.round(milliseconds * 1000) / 1000,
    hits: hits.map(({ id, path, headline, score, published, place, agency, language, tags, snippet }) => ({
      ...{ id, path, headline, score, published, place, agency, language, tags, snippet },
    })),
  };
}

/** An answer and, as the window offers it, the query that was probably meant. */
export async function withMeant({ api }: Engine, line: CommandLine, found: FoundPage): Promise<FoundPage> {
  const { page } = found;
  if (line.grammar === 'lunr' || page.query.trim() === '') return found;
  const { hint } = await api.meantQuery({ query: page.query, typing: false });
  return hint === null ? found : { ...found, page: { ...page, hints: [...page.hints, hint] } };
}

/** Prints an answer; in JSON with `more`. What is said of the query goes where warnings go. */
export async function printAnswer(
  found: FoundPage,
  json: boolean,
  output: Output,
  more: object = {},
): Promise<void> {
  if (json) return printJson(output, { ...answerOf(found), ...more });
  const { page, hits } = found;
  for (const said of remarksOn(page)) output.warn(said);
  await output.write(
    `${plain(page.reading)}: ${page.total} articles in ${page.milliseconds.toFixed(1)} ms\n`,
  );
  for (const hit of hits) await output.write(`\n${hitLines(hit)}`);
}

function remarksOn({ fault, hints, foreign, notices, nearestWords, hidden }: SearchPage): readonly string[] {
  const asked = fault === null ? hints : [fault, ...hints];
  return [
    ...(hidden === 0 ? [] : [say('search.hidden', { count: hidden })]),
    ...asked.map(({ at, message, query }) => {
      const meant = query === undefined ? '' : `: ${query}`;
      return `at ${String(at + 1)}: ${word(message)}${meant}`;
    }),
    ...(foreign === null
      ? []
      : [
          say('search.foreign', { service: foreign.service, query: foreign.query }),
          ...foreign.differs.map((one) => `  ${word(one)}`),
        ]),
    ...notices.map(word),
    ...(nearestWords.length === 0 ? [] : [`near: ${nearestWords.join(', ')}`]),
  ];
}
