import { parseArgs } from 'node:util';
import { rankingReport } from './ranking.ts';
import { textReport } from './text.ts';

const reports = new Map([
  ['ranking', rankingReport],
  ['text', textReport],
]);

const { positionals } = parseArgs({ allowPositionals: true });
const [task = '', dir] = positionals;
const report = reports.get(task);
if (report === undefined || dir === undefined) {
  console.error(
    'usage: npm run eval -- ranking DIR (a collection, or a folder of collections)\n' +
      '       npm run eval -- text DIR (truth.jsonl, headlines.jsonl, flattened/ID.txt)',
  );
  process.exitCode = 2;
} else {
  process.exitCode = (await report(dir, console.log)) ? 0 : 1;
}
