import process from 'node:process';
import { parseArgs } from 'node:util';
import { compareAnswers, queriesOfArchive } from './compare-answers.ts';

const { values } = parseArgs({
  options: { queries: { type: 'string', default: '20000' }, seed: { type: 'string', default: '7' } },
});
const archives = Math.ceil(Number(values.queries) / queriesOfArchive);
await compareAnswers(archives, Number(values.seed));
process.stdout.write(
  `${String(archives * queriesOfArchive)} queries of ${String(archives)} archives: as the plain evaluator answers them (seed ${values.seed})\n`,
);
