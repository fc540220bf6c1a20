import { app, type MessagePortMain } from 'electron';
import { EngineProcess } from './engine-process.ts';
import { forkEngine } from './fork-engine.ts';
import { OwnArchive } from './own-archive.ts';
import type { Places } from './places.ts';
import { checkArchive, reportOf } from './self-check.ts';

const lastLines = 10;

/** Proves without a window that this copy of the app works: prints one JSON document and ends, with 1 if it does not. */
export async function runSelfCheck(places: Places): Promise<void> {
  const lines: string[] = [];
  let result: Parameters<typeof reportOf>[0];
  try {
    result = await checkWithEngine(places, (line) => lines.push(line));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    result = new Error([reason, ...lines.slice(-lastLines)].join('\n'));
  }
  const report = reportOf(result);
  // Not process.exit: Electron ends its other processes first.
  process.stdout.write(`${JSON.stringify(report)}\n`, () => app.exit(report.ok ? 0 : 1));
}

async function checkWithEngine(places: Places, log: (line: string) => void): ReturnType<typeof checkArchive> {
  const archive = new OwnArchive();
  const engine = new EngineProcess<MessagePortMain>({
    fork: (dir) => forkEngine(places.engineHost, dir, log),
    onState: ({ state }) => {
      if (state !== 'ready') archive.disconnect();
      // One that crashes during a self-check is broken: it is not tried again.
      if (state === 'restarting') void engine.stop();
    },
    log,
    nowMs: () => Date.now(),
  });
  try {
    const { state, message } = await engine.start(places.libraryDir);
    if (state !== 'ready') throw new Error(message ?? 'the engine did not start');
    archive.connect((port) => engine.connect(port));
    return await checkArchive(archive.calls, places.sampleArchiveDir);
  } finally {
    await engine.stop();
  }
}
