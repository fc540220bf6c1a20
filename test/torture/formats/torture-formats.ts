import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../parity/random-corpus.ts';
import { seedOf } from '../scenarios/scenarios.ts';
import { pick } from '../trial.ts';
import { formatSamples, samplesIn } from './format-samples.ts';
import { mutated } from './mutations.ts';
import { ReadingChild, readForParent } from './reading-child.ts';

// `npm run torture -- formats`: damages samples of every format, and looks whether reading them harms anything but themselves.

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    // One input of the seed, which stays on disk.
    input: { type: 'string' },
    // A folder of real files, which are mutated as well.
    samples: { type: 'string' },
    reader: { type: 'boolean', default: false },
  },
});
const maxMb = 1024;
const maxSampleBytes = 2_000_000;

async function torture(): Promise<void> {
  const seed = Number(values.seed ?? Math.floor(performance.timeOrigin % 1_000_000));
  const samples = [
    ...formatSamples(),
    ...(values.samples === undefined ? [] : samplesIn(values.samples, maxSampleBytes)),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'microfiche-formats-'));
  const first = Number(values.input ?? 0);
  const count = values.input === undefined ? Number(values.inputs) : 1;
  let child = new ReadingChild();
  let [records, failures, violations, slowestMs, largestMb] = [0, 0, 0, 0, 0];
  console.log(`torture of formats: seed ${seed}, ${samples.length} samples`);
  for (let nth = first; nth < first + count; nth += 1) {
    const random = seededRandom(seedOf(seed, nth));
    // The first number of seeds that follow each other is nearly the same.
    random();
    // Every sample is read as it is first.
    const sample = samples[nth] ?? pick(random, samples);
    const { name, content, done } =
      nth < samples.length ? { ...sample, done: 'as it is' } : mutated(sample, random);
    const path = join(folder, name);
    writeFileSync(path, content);
    const report = await child.read(path, name);
    const problems = typeof report === 'string' ? [report] : [...report.problems];
    if (typeof report !== 'string') {
      records += report.records;
      failures += report.failures;
      slowestMs = Math.max(slowestMs, report.cpuMs);
      largestMb = Math.max(largestMb, report.maxRssMb);
      if (report.cpuMs > 30_000) problems.push('it took more than 30 s of a processor');
      if (report.maxRssMb > maxMb) {
        problems.push(`it took ${Math.round(report.maxRssMb)} MB`);
        child.close();
        child = new ReadingChild();
      }
    }
    for (const problem of problems)
      console.log(`VIOLATION by input ${nth}, ${sample.name} (${done}): ${problem}`);
    violations += problems.length;
    if (problems.length > 0)
      console.log(`npm run torture -- formats --seed ${seed} --input ${nth} repeats it`);
    if (values.input === undefined) rmSync(path);
    else console.log(path, JSON.stringify(report));
    if (nth % 100 === 99) console.log(`${nth + 1} inputs, ${violations} violations`);
  }
  child.close();
  if (values.input === undefined) rmSync(folder, { recursive: true });
  console.log(
    `${count} inputs, ${records} records, ${failures} failures, ${violations} violations; ` +
      `at most ${(slowestMs / 1000).toFixed(1)} s of a processor and ${Math.round(largestMb)} MB`,
  );
  if (violations > 0) process.exitCode = 1;
}

if (values.reader) readForParent();
else await torture();
