import { utilityProcess, type MessagePortMain } from 'electron';
import { createInterface } from 'node:readline';
import type { EngineChild } from './engine-process.ts';

const maxLineLength = 500;

/** Starts the engine in a process of its own; what it prints, such as Node's last words, goes to the log. */
export function forkEngine(
  engineHost: string,
  libraryDir: string,
  log: (line: string) => void,
): EngineChild<MessagePortMain> {
  const child = utilityProcess.fork(engineHost, [libraryDir], {
    serviceName: 'Microfiche engine',
    stdio: 'pipe',
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => log(`engine: ${line.slice(0, maxLineLength)}`));
  }
  return child;
}
