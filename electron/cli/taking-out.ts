import { toFailure } from '../contract/failure.ts';
import type { ArticleSelection } from '../contract/search.ts';
import { isSentence } from '../words/sentence.ts';
import { word } from '../words/word.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { CommandLine } from './command-line.ts';
import { plain, printJson, type Output } from './output.ts';

/** Takes articles out; an interrupt gives that up, and leaves nothing half-written. */
export async function runExport(
  { api, on }: Engine,
  { exporting, json }: CommandLine,
  selection: ArticleSelection,
  output: Output,
): Promise<void> {
  if (exporting === null) throw new Error('the command line has no export');
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
  const quiet = on('exportProgressed', ({ done, total }) => output.progress(`${done} of ${total} articles`));
  try {
    const done = await api.exportArticles({ ...exporting, selection }, stop.signal);
    output.progress('');
    const { articles, left, originals, path } = done;
    if (left > 0) output.warn(`${left} articles could not be read, and are not in it`);
    if (originals.missing > 0) output.warn(`${originals.missing} files are missing, and were not copied`);
    if (path === null) return;
    if (json) return await printJson(output, done);
    const files = exporting.originals ? `, and ${originals.copied} files copied` : '';
    await output.write(`${articles} articles written to ${plain(path)}${files}\n`);
  } catch (thrown) {
    output.progress('');
    const { message } = toFailure(thrown);
    if (!isSentence(message) || message.say !== 'export.closed') throw thrown;
    // Who has seen enough, such as head, closes the pipe: that is no failure of ours.
    output.warn(word(message));
  } finally {
    quiet();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt);
  }
}
