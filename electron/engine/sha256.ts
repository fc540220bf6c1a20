import process from 'node:process';

/** SHA-256 of bytes. Node's cryptography takes milliseconds to load, for which a thread that starts need not wait. */
export function sha256Of(bytes: Uint8Array): Buffer {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest();
}
