import { word } from '../words/word.ts';
import { correctableFields, type CorrectableField, type Correction } from '../contract/corrections.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { ArticleSelection } from '../contract/search.ts';
import { type CommandLine } from './command-line.ts';
import { UsageError } from './option-values.ts';
import { plain, printJson, type Output } from './output.ts';

const pageRows = 200;

/** Corrects, or with `--as-read` gives back, fields of the articles of a selection. */
export async function correctArticles(
  { api }: Engine,
  { fields, asRead, json }: CommandLine,
  selection: ArticleSelection,
  output: Output,
): Promise<void> {
  const { changed } = asRead
    ? await api.uncorrect({ selection, fields: Object.keys(fields) as CorrectableField[] })
    : await api.correct({ selection, fields });
  if (json) return printJson(output, { changed });
  await output.write(`${changed} articles changed\n`);
}

/** Says what is to be corrected, before anything is looked for. */
export function checkCorrection({ fields, asRead }: CommandLine): void {
  if (Object.keys(fields).length > 0 || asRead) return;
  throw new UsageError(`correct: which of ${correctableFields.map((field) => `--${field}`).join(', ')}?`);
}

/** Lists what was corrected; with `--undo` takes back the newest act. */
export async function runCorrections({ api }: Engine, line: CommandLine, output: Output): Promise<void> {
  if (line.undo) {
    const act = await api.undoCorrection({});
    if (line.json) return printJson(output, act ?? { changed: 0, label: null });
    return output.write(act === null ? 'There is nothing to undo.\n' : `Undone: ${plain(word(act.label))}\n`);
  }
  const all: Correction[] = [];
  for (;;) {
    const { total, corrections } = await api.listCorrections({ offset: all.length, limit: pageRows });
    all.push(...corrections);
    if (corrections.length === 0 || all.length >= total) break;
  }
  if (line.json) return printJson(output, all);
  for (const { article, field, value, was } of all)
    await output.write(`${String(article).padStart(8)}  ${field}: ${shown(value)} (read: ${shown(was)})\n`);
}

function shown(value: string | null): string {
  return value === null ? 'none' : plain(value.replace(/\n/g, ' '));
}
