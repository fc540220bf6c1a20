import { readFormatSets, readSet } from './format-sets.ts';
import { textsOf } from './truth-against-files.ts';
import { judgedFields, judgeSet, type Counts, type JudgedField, type SetScore } from './judge-set.ts';

export type ReportOptions = Readonly<{
  /** The one set that is read; null for all. */
  set: string | null;
  /** Whether what is not right is listed. */
  show: boolean;
}>;

/** Of 100 truths of a field. */
export const formatAims = { wrong: 0.02, missing: 0.05 };

/** Prints what of the sets of a folder is read right, wrong and not at all; whether the aims are reached. */
export async function formatsReport(
  dir: string,
  print: (line: string) => void,
  { set: only, show }: ReportOptions,
): Promise<boolean> {
  const scores: SetScore[] = [];
  print('set: articles there, found, missing, invented; each field right/wrong/missing');
  for (const set of await readFormatSets(dir, only)) {
    const { articles, failures } = await readSet(dir, set);
    const score = judgeSet(set, articles, await textsOf(dir, set));
    scores.push(score);
    printScore(score, print);
    for (const line of score.disputed) print(`    not judged: ${line}`);
    if (!show) continue;
    for (const failure of failures) print(`    ${failure}`);
    for (const { article, field, verdict, expected, got } of score.faults)
      print(`    ${article}: ${field} ${verdict}: expected ${expected}; got ${got}`);
  }
  const total = totalOf(scores);
  printScore(total, print);
  const missed = missedFormatAims(total);
  for (const aim of missed) print(`missed: ${aim}`);
  return missed.length === 0;
}

/** The sums over several sets. */
export function totalOf(scores: readonly SetScore[]): SetScore {
  const sum = (of: (score: SetScore) => number): number =>
    scores.reduce((total, score) => total + of(score), 0);
  const countsOf = (field: JudgedField): Counts => ({
    right: sum(({ fields }) => fields[field].right),
    wrong: sum(({ fields }) => fields[field].wrong),
    missing: sum(({ fields }) => fields[field].missing),
  });
  return {
    name: `all ${String(scores.length)}`,
    there: sum(({ there }) => there),
    found: sum(({ found }) => found),
    missing: sum(({ missing }) => missing),
    invented: sum(({ invented }) => invented),
    fields: Object.fromEntries(judgedFields.map((field) => [field, countsOf(field)])) as SetScore['fields'],
    faults: scores.flatMap(({ faults }) => faults),
    disputed: scores.flatMap(({ disputed }) => disputed),
  };
}

/** The aims that all sets together miss, each as a line. */
export function missedFormatAims({ missing, invented, fields }: SetScore): string[] {
  const missed: string[] = [];
  if (missing > 0) missed.push(`${String(missing)} articles were not found`);
  if (invented > 0) missed.push(`${String(invented)} articles are none`);
  for (const field of judgedFields) {
    const { right, wrong, missing: without } = fields[field];
    const truths = right + wrong + without;
    if (wrong > truths * formatAims.wrong)
      missed.push(`${field} is wrong in ${String(wrong)} of ${String(truths)}`);
    if (without > truths * formatAims.missing)
      missed.push(`${field} is missing in ${String(without)} of ${String(truths)}`);
  }
  return missed;
}

function printScore(
  { name, there, found, missing, invented, fields }: SetScore,
  print: (line: string) => void,
): void {
  const counts = judgedFields.map((field) => {
    const { right, wrong, missing: without } = fields[field];
    return `${field} ${String(right)}/${String(wrong)}/${String(without)}`;
  });
  print(`${name}: ${[there, found, missing, invented].join(', ')}; ${counts.join(', ')}`);
}
