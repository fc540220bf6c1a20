import type { ByteSource } from '../byte-source.ts';
import type { ReadContext, RecordFailure } from '../format-reader.ts';
import { isObject, type JsonObject } from '../reading/json-file.ts';
import { utf8Of, type Utf8File } from '../reading/utf8-file.ts';
import { jsonElements } from './json-elements.ts';
import { parseLoosely } from './loose-json.ts';

/** An object of a list in a file of JSON. */
export type JsonItem = Readonly<{ value: JsonObject; encoding: string }>;

const headLength = 262_144;
const tailBytes = 65_536;
const mostEnds = 8;

/**
 * The objects of a file of any size, each parsed by itself: of the list that `names` call in an object, of a list that is the file, or those
 * that stand in the file one after the other.
 */
export function* jsonItems(
  input: ByteSource,
  context: ReadContext,
  names: readonly string[],
): Generator<JsonItem | RecordFailure> {
  const file = utf8Of(input, context.encoding);
  if ('code' in file) {
    yield { place: null, ...file };
    return;
  }
  const path = pathOf(file, names);
  for (const element of jsonElements({ ...file, isElement: (one) => one === path, begin: context.begin })) {
    if ('reason' in element)
      yield { place: `item ${element.number}`, code: 'unreadable', reason: element.reason };
    else if (isObject(element.value)) yield { value: element.value, encoding: file.encoding };
  }
}

/** Where the items are, by the beginning of the file: in a list of some name, in a list, or by themselves. */
function pathOf(file: Utf8File, names: readonly string[]): string {
  const bytes = Buffer.from(file.head(headLength));
  const lists = names.map((name) => `$.${name}[]`);
  const found: string[] = [];
  const isElement = (path: string): boolean => {
    if (path === '$[]' || lists.includes(path.toLowerCase())) found.push(path);
    return false;
  };
  const windows = (from: number) => [{ bytes: bytes.subarray(from), at: from }];
  for (const _ of jsonElements({ windows, start: 0, isElement, begin: () => true })) continue;
  return found[0] ?? '$';
}

/** What an object says beside the list of its items, which may be of any length: what stands before it and behind it. */
export function aroundItems(input: ByteSource, context: ReadContext, name: string): JsonObject {
  const file = utf8Of(input, context.encoding);
  if ('code' in file) return {};
  const head = file.head(headLength);
  const before = objectOf(head.slice(0, Math.max(0, head.indexOf(`"${name}"`))).replace(/,?\s*$/, '}'));
  const tail = input.at(Math.max(0, input.size - tailBytes), tailBytes).toString('utf8');
  // Lists end there: those of the last item, the items, and those that the object has behind them.
  const ends = [...tail.matchAll(/[}\]"]\s*\]\s*,/g)].slice(-mostEnds);
  const behind = ends
    .map(({ index, 0: { length } }) => objectOf(`{${tail.slice(index + length)}`))
    .find((found) => Object.keys(found).length > 0);
  return { ...behind, ...before };
}

function objectOf(text: string): JsonObject {
  try {
    const value = parseLoosely(text);
    return isObject(value) ? value : {};
  } catch {
    // What is around the items is no more than its name and its language: they come in without it.
    return {};
  }
}
