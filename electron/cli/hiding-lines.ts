import type { Engine } from '../engine/create-engine.ts';
import { type CommandLine } from './command-line.ts';
import { UsageError } from './option-values.ts';
import { plain, printJson, type Output } from './output.ts';
import { sourceOf } from './source-of.ts';

/** Lists what recurs in a source; with `--hide` and `--show` chooses what of it is furniture. */
export async function runFurniture(engine: Engine, line: CommandLine, output: Output): Promise<void> {
  const { operands, lines: named, hide, show, json } = line;
  if (hide && show) throw new UsageError('furniture takes --hide or --show, not both');
  if (named.length > 0 && !hide && !show) throw new UsageError('furniture: --hide or --show the lines?');
  const { api } = engine;
  const { id: source } = await sourceOf(engine, 'furniture', operands[0] ?? '');
  const found = await api.recurringLines({ source });
  if (!hide && !show) {
    if (json) return printJson(output, found);
    await output.write(`${found.lookedAt} of ${found.articles} articles were looked at\n`);
    for (const { text, articles, isHidden } of found.lines)
      await output.write(`${String(articles).padStart(8)}  ${isHidden ? 'hidden  ' : ''}${plain(text)}\n`);
    return;
  }
  const hidden = new Set(found.lines.filter(({ isHidden }) => isHidden).map(({ text }) => text));
  const chosen = named.length > 0 ? named : found.lines.map(({ text }) => text);
  for (const text of chosen)
    if (hide) hidden.add(text);
    else hidden.delete(text);
  const { files } = await api.hideLines({ source, lines: [...hidden] });
  const { updated, failed } = await api.importFinished({});
  if (json) return printJson(output, { hidden: hidden.size, files, updated, failed });
  await output.write(`${hidden.size} lines are hidden; ${files} files are read again: ${updated} updated\n`);
}
