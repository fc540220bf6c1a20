import type { Failure } from '../contract/failure.ts';

export type CallMessage = Readonly<{ kind: 'call'; id: number; method: string; request: unknown }>;
export type CancelMessage = Readonly<{ kind: 'cancel'; id: number }>;
export type ReplyMessage = Readonly<{ kind: 'reply'; id: number; value: unknown }>;
export type FailMessage = Readonly<{ kind: 'fail'; id: number; failure: Failure }>;
export type EventMessage = Readonly<{ kind: 'event'; name: string; payload: unknown }>;
export type RpcMessage = CallMessage | CancelMessage | ReplyMessage | FailMessage | EventMessage;

/** Anything else than a message of ours is null, and is dropped by both sides. */
export function parseMessage(data: unknown): RpcMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  const message = data as Record<string, unknown>;
  const hasId = Number.isSafeInteger(message['id']);
  switch (message['kind']) {
    case 'call':
      return hasId && typeof message['method'] === 'string' ? (data as CallMessage) : null;
    case 'cancel':
      return hasId ? (data as CancelMessage) : null;
    case 'reply':
      return hasId ? (data as ReplyMessage) : null;
    case 'fail':
      return hasId && isFailure(message['failure']) ? (data as FailMessage) : null;
    case 'event':
      return typeof message['name'] === 'string' ? (data as EventMessage) : null;
    default:
      return null;
  }
}

function isFailure(data: unknown): data is Failure {
  return typeof data === 'object' && data !== null && 'code' in data && 'message' in data;
}
