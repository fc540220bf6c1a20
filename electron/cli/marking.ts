import { readingStates, type ReadingState } from '../contract/read-states.ts';
import type { ArticleSelection } from '../contract/search.ts';
import type { Engine } from '../engine/create-engine.ts';
import type { CommandLine } from './command-line.ts';
import { UsageError } from './option-values.ts';
import { printJson, type Output } from './output.ts';

type StateChange = Readonly<{ state: ReadingState; on: boolean }>;

/** What `mark` says of the articles that it finds. */
export function statesToChange({ add, remove }: CommandLine): readonly StateChange[] {
  const changes = [...changesOf('add', add), ...changesOf('remove', remove)];
  if (changes.length === 0) throw new UsageError('mark: --add or --remove what?');
  return changes;
}

function changesOf(option: 'add' | 'remove', names: readonly string[]): StateChange[] {
  return names.map((name) => {
    const state = readingStates.find((known) => known === name);
    if (state === undefined)
      throw new UsageError(`--${option} takes ${readingStates.join(', ')} (got "${name}")`);
    return { state, on: option === 'add' };
  });
}

export async function markArticles(
  { api }: Engine,
  { json }: CommandLine,
  changes: readonly StateChange[],
  selection: ArticleSelection,
  output: Output,
): Promise<void> {
  let changed = 0;
  for (const change of changes) {
    const done = await api.setReadingState({ selection, ...change });
    changed = Math.max(changed, done.changed);
  }
  if (json) return printJson(output, { changed });
  await output.write(`${changed} articles changed\n`);
}
