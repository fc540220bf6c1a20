import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const rotateAtBytes = 1_000_000;

/** The app's log: times and events, never a word of an article. Two files of a megabyte at most. */
export class LogFile {
  readonly #path: string;
  readonly #nowMs: () => number;
  #bytes: number;

  constructor(path: string, nowMs: () => number) {
    this.#path = path;
    this.#nowMs = nowMs;
    mkdirSync(dirname(path), { recursive: true });
    this.#bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }

  write(text: string): void {
    const line = `${new Date(this.#nowMs()).toISOString()} ${text.replace(/[\r\n]+/gu, ' | ')}\n`;
    const bytes = Buffer.byteLength(line);
    try {
      if (this.#bytes + bytes > rotateAtBytes) {
        renameSync(this.#path, `${this.#path}.1`);
        this.#bytes = 0;
      }
      appendFileSync(this.#path, line);
      this.#bytes += bytes;
    } catch {
      // A log that can't be written (a full disk, say) must not stop what it would tell about.
    }
  }
}
