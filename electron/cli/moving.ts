import { resolve } from 'node:path';
import type { MergeReport } from '../contract/packing-api.ts';
import type { Engine } from '../engine/create-engine.ts';
import { word } from '../words/word.ts';
import type { CommandLine } from './command-line.ts';
import { plain, printJson, type Output } from './output.ts';

/** Packs the library into one file. */
export async function runPack(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  const path = resolve(line.operands[0] ?? '');
  const contents = line.packing?.contents ?? 'texts';
  const done = await untilInterrupted(engine, output, (signal) =>
    engine.api.packLibrary({ path, contents }, signal),
  );
  if (done.missing > 0) output.warn(`${done.missing} files are missing, and are not in it`);
  if (line.json) return printJson(output, done);
  const files = contents === 'sources' ? ` and ${done.files} files` : '';
  await output.write(`${done.articles} articles${files} packed into ${plain(path)}: ${done.bytes} bytes\n`);
}

/** Says what a library holds that was unpacked just now; its index is built by whoever opened it. */
export async function runUnpack({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  await api.importFinished({});
  const { libraryDir, articles } = await api.status({});
  const sources = (await api.listSources({})).map(({ path, away }) => ({ path, away }));
  if (line.json) return printJson(output, { libraryDir, articles, sources });
  await output.write(`${articles} articles in ${plain(libraryDir)}\n`);
  for (const { path, away } of sources) if (away) await output.write(`not here: ${plain(path)}\n`);
}

/** Merges what a packed library has of people's work into this one, or says what that would bring. */
export async function runMerge({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  const dryRun = line.packing?.dryRun ?? false;
  if (line.undo) {
    const undone = await api.undo({});
    if (line.json) return printJson(output, { changed: undone?.changed ?? 0 });
    return output.write(
      undone === null ? 'there is nothing to undo\n' : `undone: ${plain(word(undone.label))}\n`,
    );
  }
  const report = await api.mergeLibrary({ path: resolve(line.operands[0] ?? ''), dryRun });
  if (line.json)
    return printJson(output, { ...report, conflicts: report.conflicts.map((said) => word(said)) });
  await output.write(`${dryRun ? 'would bring' : 'brought'} ${countsOf(report)}\n`);
  await output.write(`${report.matched} of ${report.marked} articles with work on them are here\n`);
  if (report.damaged > 0)
    output.warn(`${report.damaged} things are not as they were written, and are left out`);
  for (const said of report.conflicts) await output.write(`both have it: ${plain(word(said))}\n`);
}

function countsOf({ tags, tagged, notes, highlights, searches, known }: MergeReport): string {
  return (
    `${tags} new tags, tags to articles ${tagged} times, ${notes} notes, ${highlights} highlights, ` +
    `${searches} saved searches; ${known} are here already`
  );
}

/** Runs what can be given up with Ctrl+C, and says how far it is. */
async function untilInterrupted<Done>(
  { on }: Engine,
  output: Output,
  run: (signal: AbortSignal) => Promise<Done>,
): Promise<Done> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
  const quiet = on('exportProgressed', ({ done, total }) =>
    output.progress(`${String(total === 0 ? 0 : Math.floor((done / total) * 100))} %`),
  );
  try {
    return await run(stop.signal);
  } finally {
    output.progress('');
    quiet();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt);
  }
}
