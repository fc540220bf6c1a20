/** One end of a two-way channel that carries structured-clone data: the part that every kind of port shares. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The other side is gone; nothing more will arrive. */
  onClose(listener: () => void): void;
  close(): void;
}

/** Ports of `node:worker_threads`, of `parentPort`, and Electron's `MessagePortMain`. */
export interface EmitterPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  close?(): void;
  start?(): void;
}

/** `unwrap` takes the data out of an event, for emitters that deliver one (Electron's do). */
export function portOfEmitter(
  emitter: EmitterPort,
  unwrap: (message: unknown) => unknown = (message) => message,
): Port {
  return {
    post: (message) => emitter.postMessage(message),
    onMessage: (listener) => {
      emitter.on('message', (message) => listener(unwrap(message)));
      emitter.start?.();
    },
    onClose: (listener) => {
      emitter.on('close', listener);
    },
    close: () => emitter.close?.(),
  };
}
