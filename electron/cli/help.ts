import { queryPage, queryPageText } from '../words/query-page-text.ts';
import { say } from '../words/say.ts';
import { usage } from './usage.ts';
import { UsageError } from './option-values.ts';
import { printJson, type Output } from './output.ts';

/** What `help` and its topic are about; null when another command was asked for. */
export function helpTopic(args: readonly string[]): string | null {
  const [command, topic = ''] = args.filter(
    (arg, nth) => !arg.startsWith('-') && args[nth - 1] !== '--library',
  );
  return command === 'help' ? topic : null;
}

/** Prints the page on a topic; what the commands are, without one. Needs no library. */
export async function printHelp(topic: string, json: boolean, output: Output): Promise<void> {
  if (topic === '') return output.write(`${usage}\n`);
  if (topic !== 'query') throw new UsageError(`there is no help on "${topic}"; on query there is`);
  if (!json) return output.write(`${queryPageText()}\n`);
  await printJson(
    output,
    queryPage.map(({ head, rows }) => ({
      head: say(head),
      rows: rows.map(({ forms, asks }) => ({ forms, asks: say(asks) })),
    })),
  );
}
