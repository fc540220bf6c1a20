import { word } from '../words/word.ts';
import { resolve } from 'node:path';
import type { FileFailure, SkippedFiles } from '../contract/file-reports.ts';
import { encodingNames } from '../contract/encoding-names.ts';
import { FailureError } from '../contract/failure.ts';
import { articleId, type ArticleId } from '../contract/ids.ts';
import type { SearchPage } from '../contract/search.ts';
import type { Engine } from '../engine/create-engine.ts';
import { type Command, type CommandLine } from './command-line.ts';
import { UsageError } from './option-values.ts';
import { answerOf, find, pageRows, printAnswer, withMeant } from './answering.ts';
import { facetsOf, runBatch, runSearches, runTrends, writeFacets } from './counting.ts';
import { readQueries } from './queries-file.ts';
import { runCollocates, runConcordance } from './showing-hits.ts';
import { printTags, readTags } from './exchanging-tags.ts';
import { runExport } from './taking-out.ts';
import { runMerge, runPack, runUnpack } from './moving.ts';
import { runColumns } from './choosing-columns.ts';
import { runLabels, runSources } from './listing-sources.ts';
import { runNotes } from './listing-notes.ts';
import { markArticles, statesToChange } from './marking.ts';
import { isWithin } from './source-of.ts';
import { runFurniture } from './hiding-lines.ts';
import { checkCorrection, correctArticles, runCorrections } from './correcting.ts';
import { dateOf, plain, printJson, type Output } from './output.ts';
import { harmlessJson } from '../contract/harmless-json.ts';

type Run = (engine: Engine, line: CommandLine, output: Output) => Promise<void>;

async function runImport({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const paths = line.operands.map((path) => resolve(path));
  await api.addSources({ paths });
  const done = await api.importFinished({});
  const failed = (await allFailures(api)).filter(({ path }) => paths.some((root) => isWithin(root, path)));
  const { articles } = await api.status({});
  const { added, updated, unchanged, missing, duplicates, skipped } = done;
  const seconds = Math.round(done.elapsedMs / 10) / 100;
  const report = {
    files: done.seen,
    articles,
    ...{ added, updated, unchanged, missing, duplicates, skipped },
    failed: failed.map(({ path, code, reason }) => ({ path, code, reason })),
    seconds,
  };
  if (line.json) return printJson(output, report);
  await output.write(
    `${done.seen} files in ${seconds} s: ${added} added, ${updated} updated, ${unchanged} unchanged, ` +
      `${missing} missing, ${duplicates} duplicates. ${articles} articles in the library.\n`,
  );
  if (skipped.length > 0) await output.write(`not read: ${skipped.map(filesOfKind).join(', ')}\n`);
  for (const { path, reason } of failed) {
    await output.write(`could not be read: ${plain(path)}: ${plain(word(reason))}\n`);
  }
}

function filesOfKind({ kind, files }: SkippedFiles): string {
  const name = kind === '' ? 'without an ending' : kind === '…' ? 'of other kinds' : `.${plain(kind)}`;
  return `${files} ${name}`;
}

async function allFailures(api: Engine['api']): Promise<FileFailure[]> {
  const failures: FileFailure[] = [];
  for (;;) {
    const page = await api.listFailures({ offset: failures.length, limit: pageRows });
    failures.push(...page.failures);
    if (page.failures.length === 0 || failures.length >= page.total) return failures;
  }
}

async function runSearch(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  if (line.queries !== null) return runQueries(engine, line, line.queries, output);
  const found = await withMeant(engine, line, await find(engine, line, line.operands.join(' ')));
  const facets = line.json && line.facets ? { facets: await facetsOf(engine, found.page.resultSet) } : {};
  await printAnswer(found, line.json, output, facets);
  if (line.facets && !line.json) await writeFacets(engine, found.page.resultSet, output);
}

async function runQueries(engine: Engine, line: CommandLine, path: string, output: Output): Promise<void> {
  for (const { id, query } of await readQueries(path)) {
    await printJson(output, { id, ...answerOf(await find(engine, line, query)) });
  }
}

/** What the words of a line find; an act on it has yet to be asked for. */
async function findAll(engine: Engine, line: CommandLine): Promise<SearchPage> {
  const { page } = await find(engine, { ...line, limit: 1, offset: 0 }, line.operands.join(' '));
  return page;
}

async function runSuggest({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const [query = ''] = line.operands;
  const found = await api.suggest({ query, caret: query.length });
  if (line.json) return printJson(output, found);
  for (const { kind, text, articles } of found.suggestions) {
    await output.write(`${String(articles ?? '').padStart(8)}  ${plain(text)}  (${kind})\n`);
  }
}

async function runShow({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const number = Number(line.operands[0]);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new UsageError(`show takes an article id (got "${line.operands[0] ?? ''}")`);
  }
  const id: ArticleId = articleId(number);
  const [json = '{}'] = await api.exportRecords({ selection: { ids: [id] }, offset: 0, limit: 1 });
  if (line.json) return output.write(`${harmlessJson(json)}\n`);
  const { fields, tags, notes, locations } = await api.article({ id, resultSet: null });
  const origin = [fields.place, fields.agency, fields.byline, dateOf(fields.published)];
  const parts = [
    fields.headline,
    origin.filter((part) => part !== null).join(' · '),
    locations.map(({ path }) => path).join('\n'),
    tags.length === 0 ? '' : `[${tags.join('] [')}]`,
    ...fields.captions.map(({ text, credit }) => `(${text}${credit === null ? '' : ` — ${credit}`})`),
    ...fields.body,
    ...notes.map(({ text }) => `Note: ${text}`),
    fields.furniture.length === 0 ? '' : `Page furniture: ${String(fields.furniture.length)} lines`,
  ];
  const shown = parts.filter((part) => part !== '').map((part) => part.split('\n').map(plain).join('\n'));
  await output.write(`${shown.join('\n\n')}\n`);
}

/**
 * The answer to a query that an act is meant for. Fails with `bad-request` where a part of the query could not be read, since
 * what is left of it can be everything there is, and where nothing narrows it and everything was not asked for by name.
 */
async function findForAct(engine: Engine, line: CommandLine): Promise<SearchPage> {
  const { command, everything } = line;
  const query = everything && line.grammar === 'news' ? '*' : line.operands.join(' ');
  const { page } = await find(engine, { ...line, limit: 1, offset: 0 }, query);
  const refuse = (why: string): never => {
    throw new FailureError({ code: 'bad-request', message: `${command}: ${why}; nothing was done` });
  };
  if (page.fault !== null) refuse(`at ${page.fault.at + 1} of the query: ${word(page.fault.message)}`);
  if (!page.narrows && !everything && query.trim() !== '*') {
    refuse('the query asks for every article: say * or --everything if that is meant');
  }
  return page;
}

async function runTag(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  if (line.add.length === 0 && line.remove.length === 0) throw new UsageError('tag: --add or --remove what?');
  const page = await findForAct(engine, line);
  const selection = { resultSet: page.resultSet, except: [] };
  const { changed } = await engine.api.setTags({ selection, add: line.add, remove: line.remove });
  if (line.json) return printJson(output, { changed });
  await output.write(`${changed} articles changed\n`);
}

async function runMark(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  const states = statesToChange(line);
  const page = await findForAct(engine, line);
  await markArticles(engine, line, states, { resultSet: page.resultSet, except: [] }, output);
}

async function runCorrect(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  checkCorrection(line);
  const page = await findForAct(engine, line);
  await correctArticles(engine, line, { resultSet: page.resultSet, except: [] }, output);
}

async function runEncoding({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const [path = '', name = ''] = line.operands;
  const encoding = name === 'guess' ? null : name.toLowerCase();
  if (encoding !== null && !encodingNames.includes(encoding)) {
    throw new UsageError(`encoding takes one of: guess, ${encodingNames.join(', ')} (got "${name}")`);
  }
  const { files } = await api.chooseEncoding({ path: resolve(path), encoding });
  const { updated, failed } = await api.importFinished({});
  if (line.json) return printJson(output, { files, updated, failed });
  await output.write(`${files} files are read again: ${updated} updated, ${failed} could not be read\n`);
}

async function runEncodings({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const chosen = await api.listEncodings({});
  if (line.json) return printJson(output, chosen);
  for (const { path, encoding } of chosen) await output.write(`${encoding.padEnd(14)}${plain(path)}\n`);
}

async function runStats({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const stats = await api.stats({});
  if (line.json) return printJson(output, stats);
  for (const [name, value] of Object.entries(stats)) {
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    await output.write(`${name}: ${plain(shown)}\n`);
  }
}

async function runCheck({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  // Opening the library has mended what it can't be opened with.
  const { mended } = await api.status({});
  const found = await api.check({ repair: line.repair });
  const report = { ok: found.ok && mended.length === 0, problems: [...mended, ...found.problems] };
  // Lost texts are read again from their files, which closing the library would cut short.
  if (line.repair) await api.importFinished({});
  if (line.json) await printJson(output, report);
  else if (report.ok) await output.write('The library is sound.\n');
  else await output.write(report.problems.map((problem) => `${plain(word(problem))}\n`).join(''));
  if (!report.ok) output.fail();
}

async function runOptimize({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  await api.optimize({});
  const { segments, indexBytes } = await api.stats({});
  if (line.json) return printJson(output, { segments, indexBytes });
  await output.write(`The index is ${String(segments)} segment, ${String(indexBytes)} bytes.\n`);
}

export const commands: Readonly<Record<Command, Run>> = {
  import: runImport,
  search: runSearch,
  trends: runTrends,
  searches: runSearches,
  batch: runBatch,
  concordance: (engine, line, output) => runConcordance(engine, line, output, findAll),
  collocates: (engine, line, output) => runCollocates(engine, line, output, findAll),
  suggest: runSuggest,
  show: runShow,
  tag: runTag,
  mark: runMark,
  correct: runCorrect,
  corrections: runCorrections,
  encoding: runEncoding,
  encodings: runEncodings,
  furniture: runFurniture,
  sources: runSources,
  columns: runColumns,
  labels: runLabels,
  notes: async (engine, line, output) => {
    if (line.operands.length === 0) return await runNotes(engine, line, null, output);
    const { resultSet } = await findAll(engine, line);
    await runNotes(engine, line, { resultSet, except: [] }, output);
  },
  tags: (engine, line, output) =>
    line.tagTree.from === null
      ? printTags(engine, line, output)
      : readTags(engine, line.tagTree.from, line, output),
  stats: runStats,
  check: runCheck,
  optimize: runOptimize,
  pack: runPack,
  unpack: runUnpack,
  merge: runMerge,
  export: async (engine, line, output) => {
    const { resultSet } = await findForAct(engine, line);
    await runExport(engine, line, { resultSet, except: [] }, output);
  },
};
