import type { Port } from '../rpc/port.ts';

/** A port as it reaches a document. Its `close` event says that the process at the other end is gone. */
export function portOfDocument(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', () => listener()),
    close: () => port.close(),
  };
}
