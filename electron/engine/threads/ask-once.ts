import { sentence, type Said } from '../../words/sentence.ts';
import { Worker } from 'node:worker_threads';
import { FailureError } from '../../contract/failure.ts';

/** What a thread says before it ends. */
export type Answer<Value> = Readonly<{ value: Value }> | Readonly<{ reason: Said }>;

const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 384 };
const maxMs = 10_000;

/**
 * Asks a thread of its own, of the built file at `url`, one question about the file at `path`: files are hostile, and one that takes
 * too long or too much memory takes nothing else along. Fails with `not-found`.
 */
export function askOnce<Value>(url: URL, question: Readonly<{ path: string }>): Promise<Value> {
  const { path } = question;
  return new Promise((resolve, reject) => {
    const fail = (message: Said): void => reject(new FailureError({ code: 'not-found', message }));
    const thread = new Worker(url, { workerData: question, resourceLimits });
    const tooLong = setTimeout(() => {
      fail(sentence('file.slow-to-show', { path }));
      void thread.terminate();
    }, maxMs);
    thread.once('message', (answer: Answer<Value>) => {
      if ('value' in answer) resolve(answer.value);
      else fail(answer.reason);
    });
    thread.once('error', (error) => fail(sentence('file.not-shown-because', { path, why: error.message })));
    thread.once('exit', () => {
      clearTimeout(tooLong);
      // Settled already, unless it stopped without a word.
      fail(sentence('file.not-shown', { path }));
    });
  });
}
