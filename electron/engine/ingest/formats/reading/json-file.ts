import { sentence } from '../../../../words/sentence.ts';
import { decodeText, decodeTextAs, isDecodeFailure } from '../../encodings/encodings.ts';
import type { ByteSource } from '../byte-source.ts';
import type { ReadContext, RecordFailure } from '../format-reader.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A whole file of JSON, of a format whose files are one item or a page of them. */
export function parsedFile(
  input: ByteSource,
  { encoding: chosen }: ReadContext,
): Readonly<{ value: unknown; encoding: string }> | RecordFailure {
  const bytes = input.whole();
  const decoded = chosen === null ? decodeText(bytes) : decodeTextAs(bytes, chosen);
  if (isDecodeFailure(decoded)) return { place: null, ...decoded };
  try {
    return { value: JSON.parse(decoded.text) as unknown, encoding: decoded.encoding };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { place: null, code: 'unreadable', reason: sentence('file.broken-json', { why: reason }) };
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a list; none of anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list. */
export function objects(value: unknown): JsonObject[] {
  return list(value).filter(isObject);
}

/** The first text under some names; empty when there is none. */
export function textIn(object: JsonObject, ...names: readonly string[]): string {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return '';
}
