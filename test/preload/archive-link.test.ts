import type { Said } from '../../electron/words/sentence.ts';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { FailureError, type FailureCode } from '../../electron/contract/failure.ts';
import { hostEngine, type ParentPort } from '../../electron/engine-host/host-engine.ts';
import { ArchiveLink } from '../../electron/preload/archive-link.ts';
import { portOfEmitter } from '../../electron/rpc/port.ts';
import { stubEngine, type StubEngine } from '../support/stub-engine/stub-engine.ts';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Serves an engine as its process does, and returns the end of the channel for the document. */
function portTo(engine: StubEngine): MessagePort {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const wrapped = {
    on: (event: 'message' | 'close', listener: (given?: unknown) => void) =>
      port1.on(event, (data: unknown) => listener(event === 'message' ? { data } : undefined)),
    postMessage: (message: unknown) => port1.postMessage(message),
    close: () => port1.close(),
  };
  const parent: ParentPort = {
    on: (_event, listener) => listener({ data: { kind: 'connect' }, ports: [wrapped] }),
    postMessage: () => undefined,
  };
  void hostEngine(
    parent,
    () => undefined,
    () => Promise.resolve(engine),
  );
  return port2;
}

const original = (text: string) => ({
  original: () => Promise.resolve({ text, encoding: 'utf-8', path: '/a', chosen: null, isPage: false }),
});
const asked = { id: 1 };

async function codeOf(answer: Promise<unknown>): Promise<FailureCode | 'answered'> {
  return answer.then(
    () => 'answered' as const,
    (thrown: unknown) => {
      if (thrown instanceof FailureError) return thrown.failure.code;
      throw thrown;
    },
  );
}

describe('the line to the archive', () => {
  it('keeps calls that come before the first port', async () => {
    const link = new ArchiveLink();
    const answer = link.call('original', asked);
    link.accept(portOfEmitter(portTo(stubEngine(original('early')))));
    expect(await answer).toMatchObject({ text: 'early' });
  });

  it('fails what is pending when the engine is lost, and what follows until there is another', async () => {
    const link = new ArchiveLink();
    link.accept(portOfEmitter(portTo(stubEngine({ original: () => new Promise(() => undefined) }))));
    const pending = codeOf(link.call('original', asked));
    await codeOf(link.call('stats', {}));
    link.lose({ code: 'engine-gone', message: 'it crashed' });
    expect(await pending).toBe('engine-gone');
    expect(await codeOf(link.call('original', asked))).toBe('engine-gone');
    link.accept(portOfEmitter(portTo(stubEngine(original('again')))));
    expect(await link.call('original', asked)).toMatchObject({ text: 'again' });
  });

  it('fails calls that waited for a first port that can not come', async () => {
    const link = new ArchiveLink();
    const waiting = codeOf(link.call('original', asked));
    link.lose({ code: 'engine-gone', message: 'the library is unusable' });
    expect(await waiting).toBe('engine-gone');
  });

  it('notices by itself that the other end of the port is gone', async () => {
    const link = new ArchiveLink();
    const port = portTo(stubEngine({ original: () => new Promise(() => undefined) }));
    link.accept(portOfEmitter(port));
    const pending = codeOf(link.call('original', asked));
    await codeOf(link.call('stats', {}));
    open[0]?.close();
    expect(await pending).toBe('engine-gone');
  });

  it('is not disturbed by an old port that closes late', async () => {
    const link = new ArchiveLink();
    const first = portTo(stubEngine(original('old')));
    link.accept(portOfEmitter(first));
    link.accept(portOfEmitter(portTo(stubEngine(original('new')))));
    await new Promise<void>((resolve) => first.on('close', () => resolve()));
    expect(await link.call('original', asked)).toMatchObject({ text: 'new' });
  });

  it('gives up the call that is named, and no other', async () => {
    const link = new ArchiveLink();
    let finish: (() => void) | undefined;
    const engine = stubEngine({
      original: ({ id }) =>
        new Promise((resolve) => {
          if (id === 2)
            finish = () =>
              resolve({ text: 'kept', encoding: 'utf-8', path: '/a', chosen: null, isPage: false });
        }),
    });
    link.accept(portOfEmitter(portTo(engine)));
    const given = codeOf(link.call('original', { id: 1 }, 10));
    const kept = link.call('original', { id: 2 }, 11);
    await codeOf(link.call('stats', {}));
    link.cancel(10);
    link.cancel(10);
    link.cancel(999);
    expect(await given).toBe('cancelled');
    finish?.();
    expect(await kept).toMatchObject({ text: 'kept' });
  });

  it('gives up a call that still waits for the first port', async () => {
    const link = new ArchiveLink();
    const waiting = codeOf(link.call('original', asked, 5));
    link.cancel(5);
    let reached = false;
    const engine = stubEngine({
      original: () => {
        reached = true;
        return Promise.reject(new Error('asked'));
      },
    });
    link.accept(portOfEmitter(portTo(engine)));
    expect(await waiting).toBe('cancelled');
    await codeOf(link.call('stats', {}));
    expect(reached).toBe(false);
  });

  it('keeps its subscriptions when the port is replaced', async () => {
    const link = new ArchiveLink();
    const heard: Said[] = [];
    link.on('noticed', ({ message }) => heard.push(message));
    for (const message of ['first', 'second']) {
      const engine = stubEngine({});
      link.accept(portOfEmitter(portTo(engine)));
      await codeOf(link.call('stats', {}));
      engine.tell('noticed', { message });
      await codeOf(link.call('stats', {}));
    }
    expect(heard).toEqual(['first', 'second']);
  });
});
