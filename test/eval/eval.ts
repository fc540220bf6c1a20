import { parseArgs } from 'node:util';
import { rankingReport } from './ranking.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [task, dir] = positionals;
if (task !== 'ranking' || dir === undefined) {
  console.error('usage: npm run eval -- ranking DIR (a collection, or a folder of collections)');
  process.exitCode = 2;
} else {
  process.exitCode = (await rankingReport(dir, console.log)) ? 0 : 1;
}
