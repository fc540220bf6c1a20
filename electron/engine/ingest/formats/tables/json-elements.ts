import { SaidError, saidBy } from '../../../../contract/failure.ts';
import { type Said, sentence } from '../../../../words/sentence.ts';
import type { Utf8File } from '../reading/utf8-file.ts';
import { parseLoosely } from './loose-json.ts';

/** An object of a list in a file, counted from 1, with its place; or why it could not be read. */
export type JsonElement = Readonly<{ number: number; path: string; start: number; end: number }> &
  (Readonly<{ value: unknown }> | Readonly<{ reason: Said }>);

export type ElementSearch = Pick<Utf8File, 'start' | 'windows'> &
  Readonly<{
    /**
     * Whether objects at a path are elements: `$` for those that stand in the file itself, one after the other, `$[]` for those of
     * its list, `$.articles[]` for those of a list in it.
     */
    isElement: (path: string) => boolean;
    /** Asked with its place before an element is parsed; false leaves it out. */
    begin: (place: number) => boolean;
  }>;

type Container = { readonly isList: boolean; readonly path: string; key: string };

const maxElementLength = 33_554_432;
/** What may be read twice in all, since an object that is never closed takes what follows along. */
const maxReadAgain = 268_435_456;
const maxKeyLength = 200;
const deepest = 500;
const widestIndent = 100;
const [quote, backslash, colon, comma, lineFeed] = [0x22, 0x5c, 0x3a, 0x2c, 0x0a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * The elements of lists in a file of JSON of any size, each parsed by itself. One that is broken is passed over: the next line that
 * begins as the first element did is an element again.
 */
export function* jsonElements(search: ElementSearch): Generator<JsonElement> {
  const walk = new JsonWalk(search);
  let place: number | null = search.start;
  while (place !== null) place = yield* walk.from(place);
}

class JsonWalk {
  readonly #search: ElementSearch;
  readonly #open: Container[] = [];
  #number = 0;
  #readAgain = 0;
  /** What stands before the first element, from the end of a line on; null where it stands within a line. */
  #indent: string | null = null;
  /** The end of a line and what elements begin with, up to their first key. */
  #opening: Buffer | null = null;

  constructor(search: ElementSearch) {
    this.#search = search;
  }

  /** Walks to the end of the file; returns the place to go on at when an element was broken. */
  *from(place: number): Generator<JsonElement, number | null> {
    const capture = new Capture();
    let isInString = false;
    let isEscaped = false;
    let key: number[] | null = null;
    let lastString = '';
    let end = place;
    for (const { bytes, at } of this.#search.windows(place)) {
      let lineStart = -1;
      for (let index = 0; index < bytes.length; index++) {
        const byte = bytes[index] ?? 0;
        if (capture.isOpen) {
          const stop = capture.end(bytes, index);
          if (stop === null) break;
          index = stop - 1;
          const next = yield* this.#element(capture, at + stop);
          if (next !== null) return next;
          continue;
        }
        if (isInString) {
          if (isEscaped) isEscaped = false;
          else if (byte === backslash) isEscaped = true;
          else if (byte === quote) {
            isInString = false;
            lastString = Buffer.from(key ?? []).toString('utf8');
          }
          if (isInString && key !== null && key.length < maxKeyLength) key.push(byte);
          continue;
        }
        switch (byte) {
          case quote:
            isInString = true;
            key = [];
            break;
          case colon: {
            const container = this.#open.at(-1);
            if (container !== undefined) container.key = lastString;
            break;
          }
          case lineFeed:
            lineStart = index;
            break;
          case openBrace: {
            const path = this.#pathHere();
            if (this.#search.isElement(path) || (this.#isMember() && this.#search.isElement('$.*'))) {
              capture.begin(at + index, path);
              if (
                this.#opening === null &&
                index - lineStart <= widestIndent &&
                (lineStart >= 0 || at + index === place)
              )
                this.#indent = `\n${bytes.toString('latin1', lineStart + 1, index)}`;
              index--;
            } else this.#push({ isList: false, path, key: '' });
            break;
          }
          case openBracket:
            this.#push({ isList: true, path: this.#pathHere(), key: '' });
            break;
          case closeBrace:
          case closeBracket:
            this.#open.pop();
            break;
          case comma:
            lastString = '';
        }
      }
      end = at + bytes.length;
      if (capture.isOpen && capture.length > maxElementLength)
        return yield* this.#broken(capture, end, sentence('file.element-too-large'));
    }
    if (capture.isOpen) return yield* this.#broken(capture, end, sentence('file.cut'));
    if (this.#open.length > 0) yield this.#failed('$', end, end, sentence('file.cut-list'));
    this.#open.length = 0;
    return null;
  }

  #push(container: Container): void {
    if (this.#open.length >= deepest) throw new SaidError(sentence('file.json-deep', { max: deepest }));
    this.#open.push(container);
  }

  /** Whether what begins here is a value of the one object that the file is. */
  #isMember(): boolean {
    return this.#open.length === 1 && this.#open[0]?.isList === false;
  }

  #pathHere(): string {
    const around = this.#open.at(-1);
    if (around === undefined) return '$';
    return around.isList ? `${around.path}[]` : `${around.path}.${around.key}`;
  }

  *#element(capture: Capture, end: number): Generator<JsonElement, number | null> {
    const { start, path } = capture;
    const bytes = capture.take();
    if (!this.#search.begin(start)) {
      this.#number += 1;
      return null;
    }
    let value: unknown;
    try {
      value = parseLoosely(bytes.toString('utf8'));
    } catch (error) {
      return yield* this.#passOver(bytes, path, start, end, saidBy(error));
    }
    this.#opening ??= openingOf(bytes, this.#indent);
    this.#number += 1;
    yield { number: this.#number, path, start, end, value };
    return null;
  }

  *#broken(capture: Capture, end: number, reason: Said): Generator<JsonElement, number | null> {
    const { start, path } = capture;
    const next = yield* this.#passOver(capture.take(), path, start, end, reason);
    return next ?? this.#openingBehind(end);
  }

  *#passOver(
    bytes: Buffer,
    path: string,
    start: number,
    end: number,
    reason: Said,
  ): Generator<JsonElement, number | null> {
    this.#readAgain += bytes.length;
    const isAllowed = this.#opening !== null && this.#readAgain <= maxReadAgain;
    const next = isAllowed ? bytes.indexOf(this.#opening ?? '', 1) : -1;
    yield this.#failed(path, start, next < 0 ? end : start + next, reason);
    return next < 0 ? null : start + next;
  }

  #openingBehind(place: number): number | null {
    if (this.#opening === null) return null;
    for (const { bytes, at } of this.#search.windows(place)) {
      const found = bytes.indexOf(this.#opening);
      if (found >= 0) return at + found;
    }
    return null;
  }

  #failed(path: string, start: number, end: number, reason: Said): JsonElement {
    this.#number += 1;
    return { number: this.#number, path, start, end, reason };
  }
}

/** The bytes of an object, from its first brace to its last. */
class Capture {
  isOpen = false;
  start = 0;
  path = '';
  length = 0;
  #parts: Buffer[] = [];
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  begin(start: number, path: string): void {
    this.isOpen = true;
    this.start = start;
    this.path = path;
    this.#parts = [];
    this.length = 0;
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
  }

  /** Takes the object's bytes of a window from `from` on; returns where it ends there, or null when it goes on. */
  end(window: Buffer, from: number): number | null {
    for (let index = from; index < window.length; index++) {
      const byte = window[index];
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === backslash) this.#isEscaped = true;
        else if (byte === quote) this.#isInString = false;
      } else if (byte === quote) this.#isInString = true;
      else if (byte === openBrace || byte === openBracket) this.#depth++;
      else if ((byte === closeBrace || byte === closeBracket) && --this.#depth === 0) {
        this.#add(window.subarray(from, index + 1));
        return index + 1;
      }
    }
    this.#add(window.subarray(from));
    return null;
  }

  take(): Buffer {
    this.isOpen = false;
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    return bytes;
  }

  #add(part: Buffer): void {
    this.#parts.push(Buffer.from(part));
    this.length += part.length;
  }
}

/** How elements begin at their line: white space, brace, first key. Null where they stand in no lines of their own. */
function openingOf(bytes: Buffer, indent: string | null): Buffer | null {
  if (indent === null || !/^\n[ \t]*$/.test(indent)) return null;
  const first = bytes.indexOf(quote);
  const last = first < 0 ? -1 : bytes.indexOf(quote, first + 1);
  if (last < 0 || last > maxKeyLength) return null;
  return Buffer.concat([Buffer.from(indent), bytes.subarray(0, last + 1)]);
}
