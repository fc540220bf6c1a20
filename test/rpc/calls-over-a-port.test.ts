import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import { record, requestsOf, text, wholeNumber } from '../../electron/contract/parse.ts';
import { trusting, type Calls } from '../../electron/rpc/calls.ts';
import { connect } from '../../electron/rpc/connect.ts';
import { portOfEmitter } from '../../electron/rpc/port.ts';
import { serve } from '../../electron/rpc/serve.ts';

interface CountingApi {
  double(request: Readonly<{ number: number }>): Promise<number>;
  wait(request: Readonly<{ name: string }>): Promise<string>;
}
type CountingEvents = Readonly<{ counted: number }>;
const parsers = requestsOf({
  double: record({ number: wholeNumber(0, 100) }),
  wait: record({ name: text(1, 20) }),
});

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function joined(api: Partial<Calls<CountingApi>>) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const calls: Calls<CountingApi> = {
    double: ({ number }) => Promise.resolve(number * 2),
    wait: ({ name }) => Promise.resolve(name),
    ...api,
  };
  const served = serve<CountingApi, CountingEvents>(portOfEmitter(port1), calls, parsers);
  const connection = connect<CountingApi, CountingEvents>(portOfEmitter(port2), ['double', 'wait']);
  return { served, connection, serverPort: port1, clientPort: port2 };
}

async function failureOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    (value) => ({ value }),
    (thrown: unknown) => (thrown instanceof FailureError ? thrown.failure : thrown),
  );
}

/** What the serving side sends back to raw messages, once it has answered a last call. */
async function repliesTo(port: MessagePort, messages: readonly unknown[]): Promise<unknown[]> {
  const replies: unknown[] = [];
  const last = new Promise<void>((resolve) => {
    port.on('message', (reply: Readonly<{ id: number }>) => {
      if (reply.id === 99) resolve();
      else replies.push(reply);
    });
  });
  for (const message of messages) port.postMessage(message);
  port.postMessage({ kind: 'call', id: 99, method: 'double', request: { number: 1 } });
  await last;
  return replies;
}

describe('a call over a port', () => {
  it('is answered with what the method returns', async () => {
    const { connection } = joined({});
    expect(await connection.calls.double({ number: 21 })).toBe(42);
  });

  it('keeps answers apart that arrive in another order', async () => {
    const finish = new Map<string, (value: string) => void>();
    const { connection } = joined({
      wait: ({ name }) => new Promise((resolve) => finish.set(name, resolve)),
    });
    const answers = [connection.calls.wait({ name: 'first' }), connection.calls.wait({ name: 'second' })];
    await connection.calls.double({ number: 1 });
    finish.get('second')?.('2');
    finish.get('first')?.('1');
    expect(await Promise.all(answers)).toEqual(['1', '2']);
  });

  it('fails with the code and the fields that were thrown', async () => {
    const failure = { code: 'name-taken', message: 'there is such a tag' } as const;
    const { connection } = joined({ double: () => Promise.reject(new FailureError(failure)) });
    expect(await failureOf(connection.calls.double({ number: 1 }))).toEqual(failure);
  });

  it('fails as unexpected with whatever else was thrown', async () => {
    const { connection } = joined({ double: () => Promise.reject(new RangeError('out of it')) });
    expect(await failureOf(connection.calls.double({ number: 1 }))).toEqual({
      code: 'unexpected',
      message: 'out of it',
    });
  });

  it('fails when the answer can not cross, and not silently', async () => {
    const { connection } = joined({ double: () => Promise.resolve((() => 1) as unknown as number) });
    expect(await failureOf(connection.calls.double({ number: 1 }))).toMatchObject({ code: 'unexpected' });
  });

  it('is refused before it reaches the method when the request can not be read', async () => {
    let reached = false;
    const { connection } = joined({
      double: () => {
        reached = true;
        return Promise.resolve(0);
      },
    });
    expect(await failureOf(connection.calls.double({ number: 101 }))).toEqual({
      code: 'bad-request',
      message: 'double: number must be a whole number from 0 to 100 (got 101)',
    });
    expect(reached).toBe(false);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'tripple'])(
    'to the unknown method %s is refused',
    async (method) => {
      const { clientPort } = joined({});
      expect(await repliesTo(clientPort, [{ kind: 'call', id: 1, method, request: {} }])).toEqual([
        { kind: 'fail', id: 1, failure: { code: 'bad-request', message: `there is no method "${method}"` } },
      ]);
    },
  );

  it('goes on after messages that are none', async () => {
    const { clientPort } = joined({});
    const noise = [null, 7, 'call', [], {}, { kind: 'call' }, { kind: 'call', id: 'x', method: 'double' }];
    expect(await repliesTo(clientPort, noise)).toEqual([]);
  });
});

describe('a call that is given up', () => {
  it('fails with cancelled at once, and tells the other side', async () => {
    const abort = new AbortController();
    let told: (() => void) | undefined;
    const stopped = new Promise<void>((resolve) => {
      told = resolve;
    });
    const { connection } = joined({
      wait: (_request, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            told?.();
            reject(new Error('stopped'));
          });
        }),
    });
    const answer = failureOf(connection.calls.wait({ name: 'slow' }, abort.signal));
    await connection.calls.double({ number: 1 });
    abort.abort();
    expect(await answer).toEqual({ code: 'cancelled', message: 'wait: given up' });
    await stopped;
  });

  it('is not sent when it was given up before', async () => {
    let asked = 0;
    const { connection } = joined({
      wait: () => {
        asked += 1;
        return Promise.resolve('x');
      },
    });
    expect(await failureOf(connection.calls.wait({ name: 'x' }, AbortSignal.abort()))).toMatchObject({
      code: 'cancelled',
    });
    await connection.calls.double({ number: 1 });
    expect(asked).toBe(0);
  });

  it('leaves the next call its own answer when the late one still arrives', async () => {
    let finish: ((value: string) => void) | undefined;
    const { connection } = joined({
      wait: ({ name }) =>
        name === 'slow'
          ? new Promise((resolve) => {
              finish = resolve;
            })
          : Promise.resolve(name),
    });
    const abort = new AbortController();
    const slow = failureOf(connection.calls.wait({ name: 'slow' }, abort.signal));
    await connection.calls.double({ number: 1 });
    abort.abort();
    finish?.('a stale answer');
    expect(await connection.calls.wait({ name: 'quick' })).toBe('quick');
    expect(await slow).toMatchObject({ code: 'cancelled' });
  });
});

describe('a port that closes', () => {
  it('fails what is pending and all that follows with engine-gone', async () => {
    const { connection, served } = joined({ wait: () => new Promise(() => undefined) });
    const pending = failureOf(connection.calls.wait({ name: 'x' }));
    await connection.calls.double({ number: 1 });
    served.close();
    expect(await pending).toMatchObject({ code: 'engine-gone' });
    expect(await failureOf(connection.calls.double({ number: 1 }))).toMatchObject({ code: 'engine-gone' });
  });

  it('stops the calls that still run on the serving side', async () => {
    let running: (() => void) | undefined;
    const started = new Promise<void>((resolve) => {
      running = resolve;
    });
    let stopped: (() => void) | undefined;
    const aborted = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    const { connection, clientPort } = joined({
      wait: (_request, signal) => {
        running?.();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            stopped?.();
            reject(new Error('stopped'));
          });
        });
      },
    });
    void failureOf(connection.calls.wait({ name: 'x' }));
    await started;
    clientPort.close();
    await aborted;
  });
});

describe('an event', () => {
  it('reaches those who listen, until they stop', async () => {
    const { connection, served } = joined({});
    const heard: number[] = [];
    const stop = connection.on('counted', (number) => heard.push(number));
    served.send('counted', 1);
    await connection.calls.double({ number: 1 });
    stop();
    served.send('counted', 2);
    await connection.calls.double({ number: 1 });
    expect(heard).toEqual([1]);
  });
});

describe('a side that trusts the other', () => {
  it('takes requests as they are, and has the methods of its api and no others', () => {
    const parsers = trusting<CountingApi>({
      double: ({ number }) => Promise.resolve(number * 2),
      wait: ({ name }) => Promise.resolve(name),
    });
    const request = { number: 1000 };
    expect(parsers.double(request)).toBe(request);
    expect(Object.keys(parsers)).toEqual(['double', 'wait']);
  });
});
