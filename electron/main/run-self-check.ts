import { app, type MessagePortMain } from 'electron';
import { EngineProcess } from './engine-process.ts';
import { forkEngine } from './fork-engine.ts';
import { OwnArchive } from './own-archive.ts';
import type { Places } from './own-folders.ts';
import { checkArchive, type SelfCheck } from './self-check.ts';
import { messageOf } from '../contract/failure.ts';

const lastLines = 10;
const maxMs = 120_000;

/** Proves without a window that this copy of the app works: prints one JSON document and ends, with 1 if it does not. */
export async function runSelfCheck(places: Places): Promise<void> {
  const versions = { version: app.getVersion(), electron: process.versions.electron };
  const lines: string[] = [];
  try {
    const result = await checkWithEngine(places, (line) => lines.push(line));
    end(0, { ok: true, ...versions, ...result });
  } catch (thrown) {
    const error = messageOf(thrown);
    end(1, { ok: false, ...versions, error, log: lines.slice(-lastLines) });
  }
}

function end(code: number, report: Readonly<Record<string, unknown>>): void {
  // Not process.exit: Electron ends its other processes first.
  process.stdout.write(`${JSON.stringify(report)}\n`, () => app.exit(code));
}

async function checkWithEngine(places: Places, log: (line: string) => void): Promise<SelfCheck> {
  const archive = new OwnArchive();
  const tooLong = setTimeout(() => {
    log(`nothing more happened within ${maxMs / 1000} seconds`);
    archive.disconnect();
    void engine.stop();
  }, maxMs);
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
    clearTimeout(tooLong);
    await engine.stop();
  }
}
