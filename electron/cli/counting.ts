import { facetNames } from '../contract/facet-values.ts';
import type { ResultSetId } from '../contract/ids.ts';
import { maxCountedQuestions, type SavedQuestion } from '../contract/saved-searches.ts';
import type { Engine } from '../engine/create-engine.ts';
import { word } from '../words/word.ts';
import { findQuestion, printAnswer, withMeant } from './answering.ts';
import type { CommandLine } from './command-line.ts';
import { UsageError } from './option-values.ts';
import { plain, printJson, type Output } from './output.ts';
import { readLines } from './queries-file.ts';

function questionOf(query: string, { grammar }: CommandLine): SavedQuestion {
  return { query, grammar, sort: 'relevance', filter: { tags: [], sources: [], untagged: false } };
}

/** A value, of how many articles of the answer, and of how many in the library. */
type ToldValue = Readonly<{ value: string; articles: number; all: number }>;

/** Of each facet the values that any article of an answer has. */
export async function facetsOf(
  { api }: Engine,
  resultSet: ResultSetId,
): Promise<Readonly<Record<string, readonly ToldValue[]>>> {
  const facets = await api.facets({ resultSet });
  const told = facetNames.map((facet) => [
    facet,
    facets[facet].values
      .filter(({ articles }) => articles > 0)
      .map(({ key, articles, all }) => ({ value: key, articles, all })),
  ]);
  return Object.fromEntries(told) as Record<string, readonly ToldValue[]>;
}

export async function writeFacets(engine: Engine, resultSet: ResultSetId, output: Output): Promise<void> {
  for (const [facet, values] of Object.entries(await facetsOf(engine, resultSet))) {
    if (values.length > 0) await output.write(`\n${facet}\n`);
    for (const { value, articles, all } of values) {
      const counts = `${String(articles).padStart(8)} of ${String(all).padEnd(7)}`;
      await output.write(`${counts} ${plain(value)}\n`);
    }
  }
}

/** How much of its first day names a period. */
const keyLength = { year: 'YYYY'.length, month: 'YYYY-MM'.length, day: 'YYYY-MM-DD'.length } as const;

/** Counts each query of the command line by day, month or year. */
export async function runTrends({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  await api.importFinished({});
  const questions = line.operands.map((query) => questionOf(query, line));
  const { unit, periods, undated, faults } = await api.trends({ questions, unit: line.by, span: null });
  if (line.json) {
    const told = faults.some((fault) => fault !== null) ? { faults } : {};
    return printJson(output, { queries: line.operands, unit, periods, undated, ...told });
  }
  for (const [nth, fault] of faults.entries()) {
    if (fault !== null) output.warn(`${line.operands[nth] ?? ''}: ${word(fault.message)}`);
  }
  for (const { key, articles, all } of periods) {
    const counts = articles.map((count) => String(count).padStart(8)).join('');
    await output.write(`${key.slice(0, keyLength[unit])}${counts}  of ${String(all)}\n`);
  }
  await output.write(
    `${'undated'.padEnd(keyLength[unit])}${undated.map((count) => String(count).padStart(8)).join('')}\n`,
  );
}

/**
 * Lists saved searches with what each finds, and what of it came since somebody looked; with `new` those alone of which something
 * did, and with `run` makes one of them.
 */
export async function runSearches(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  const [act, name = ''] = line.operands;
  const { api } = engine;
  await api.importFinished({});
  const searches = await api.listSearches({});
  if (act === 'run') {
    const saved = searches.find((search) => search.name === name);
    if (saved === undefined) throw new UsageError(`searches: none is called "${name}"`);
    const found = await findQuestion(engine, { ...line, grammar: saved.question.grammar }, saved.question);
    return printAnswer(await withMeant(engine, line, found), line.json, output);
  }
  const counts = await countAll(
    api,
    searches.map(({ question, seenUpTo }) => ({ question, seenUpTo })),
  );
  const all = searches.map(({ name: called, question }, nth) => ({
    name: called,
    query: question.query,
    articles: counts[nth]?.articles ?? 0,
    new: counts[nth]?.fresh ?? 0,
  }));
  const told = act === 'new' ? all.filter(({ new: fresh }) => fresh > 0) : all;
  if (line.json) return printJson(output, told);
  for (const { name: called, articles, new: fresh } of told) {
    const since = fresh === 0 ? '' : ` (${String(fresh)} new)`;
    await output.write(`${String(articles).padStart(8)}  ${plain(called)}${since}\n`);
  }
}

/** Counts each line of a file as a query. */
export async function runBatch({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const queries = await readLines(line.operands[0] ?? '');
  await api.importFinished({});
  const asked = queries.map((query) => ({ question: questionOf(query, line), seenUpTo: 0 }));
  const counts = await countAll(api, asked);
  const told = queries.map((query, nth) => {
    const fault = counts[nth]?.fault ?? null;
    const articles = counts[nth]?.articles ?? 0;
    return fault === null ? { query, articles } : { query, articles, fault: word(fault.message) };
  });
  if (line.json) return printJson(output, told);
  for (const { query, articles, fault } of told) {
    const said = fault === undefined ? '' : ` (${plain(fault)})`;
    await output.write(`${String(articles).padStart(8)}  ${plain(query)}${said}\n`);
  }
}

type Api = Engine['api'];
type Asked = Parameters<Api['countQuestions']>[0]['questions'];
type Counts = Awaited<ReturnType<Api['countQuestions']>>['counts'];

async function countAll(api: Api, asked: Asked): Promise<Counts> {
  const counts: Counts[number][] = [];
  while (counts.length < asked.length) {
    const questions = asked.slice(counts.length, counts.length + maxCountedQuestions);
    counts.push(...(await api.countQuestions({ questions })).counts);
  }
  return counts;
}
