import type {
  Collocate,
  CollocatesPage,
  ConcordanceLine,
  ConcordancePage,
  ReadSoFar,
} from '../contract/concordance-api.ts';
import {
  collocateRow,
  collocatesHead,
  concordanceHead,
  concordanceRow,
} from '../contract/concordance-csv.ts';
import type { SearchPage } from '../contract/search.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { CommandLine } from './command-line.ts';
import { dateOf, plain, printJson, type Output } from './output.ts';

const pageRows = 200;
const columnUnits = 60;

type Find = (engine: Engine, line: CommandLine) => Promise<SearchPage>;

/** Every hit of a query with the words around it. */
export async function runConcordance(
  engine: Engine,
  line: CommandLine,
  output: Output,
  find: Find,
): Promise<void> {
  const { concordance: options } = line;
  if (options === null) return;
  const page = await find(engine, line);
  const { sort, left, right, format } = options;
  const ask = (offset: number, limit: number): Promise<ConcordancePage> =>
    engine.api.concordance({ resultSet: page.resultSet, sort, left, right, offset, limit });
  const { total, read } = await readWhole(ask);
  if (read.isCut) output.warn(`there are more hits: these are the first ${String(total)}`);
  const rows = rowsOf(async (offset, limit) => (await ask(offset, limit)).lines, line, total);
  if (format === 'csv') return writeRows(output, concordanceHead, rows, concordanceRow);
  if (!line.json) return writeRows(output, `${plain(page.reading)}: ${String(total)} hits\n`, rows, textLine);
  await printJson(output, {
    ...headOf(page),
    ...{ total, isCut: read.isCut, articles: read.of },
    lines: await allOf(rows),
  });
}

/** The words that stand near the hits of a query more often than elsewhere. */
export async function runCollocates(
  engine: Engine,
  line: CommandLine,
  output: Output,
  find: Find,
): Promise<void> {
  const { collocates: options } = line;
  if (options === null) return;
  const page = await find(engine, line);
  const { sort, left, right, atLeast, format } = options;
  const ask = (offset: number, limit: number): Promise<CollocatesPage> =>
    engine.api.collocates({ resultSet: page.resultSet, sort, left, right, atLeast, offset, limit });
  const { total, near, words, read } = await readWhole(ask);
  const rows = rowsOf(async (offset, limit) => (await ask(offset, limit)).collocates, line, total);
  if (format === 'csv') return writeRows(output, collocatesHead, rows, collocateRow);
  if (!line.json) {
    const head = `${plain(page.reading)}: ${String(near)} words near its hits, of ${String(words)} in ${String(read.of)} articles\n`;
    return writeRows(output, head, rows, textOfCollocate);
  }
  await printJson(output, {
    ...headOf(page),
    ...{ total, near, words, articles: read.of },
    collocates: await allOf(rows),
  });
}

function headOf({ query, reading, fault }: SearchPage): object {
  return { query, reading, ...(fault === null ? {} : { fault }) };
}

async function readWhole<Page extends Readonly<{ read: ReadSoFar }>>(
  ask: (offset: number, limit: number) => Promise<Page>,
): Promise<Page> {
  for (;;) {
    const page = await ask(0, 1);
    if (page.read.isWhole) return page;
  }
}

/** The rows that are asked for, a page at a time. */
async function* rowsOf<Row>(
  ask: (offset: number, limit: number) => Promise<readonly Row[]>,
  { offset, limit }: CommandLine,
  total: number,
): AsyncGenerator<Row> {
  const end = Math.min(total, offset + limit);
  for (let from = offset; from < end; from += pageRows)
    yield* await ask(from, Math.min(pageRows, end - from));
}

async function writeRows<Row>(
  output: Output,
  head: string,
  rows: AsyncGenerator<Row>,
  textOf: (row: Row) => string,
): Promise<void> {
  await output.write(head);
  for await (const row of rows) await output.write(textOf(row));
}

async function allOf<Row>(rows: AsyncGenerator<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

function textLine({ article, left, hit, right, published }: ConcordanceLine): string {
  const before = plain(left).slice(-columnUnits).padStart(columnUnits);
  const after = plain(right).slice(0, columnUnits).padEnd(columnUnits);
  return `${before}«${plain(hit)}»${after}  ${String(article)} ${dateOf(published)}\n`;
}

function textOfCollocate({ together, logLikelihood, mutualInformation, word }: Collocate): string {
  const figures = [String(together), logLikelihood.toFixed(2), mutualInformation.toFixed(2)];
  return `${figures.map((figure) => figure.padStart(10)).join('')}  ${plain(word)}\n`;
}
