import { hashBasis, hashMask, hashPrime, TextUnits } from '../../analysis/word-cursor.ts';
import type { ByteReader, ByteWriter } from '../../index/bytes/byte-buffer.ts';
import { codes, type TokenDictionary } from './token-dictionary.ts';
import { wordUnits } from './word-units.ts';

const space = 0x20;
/** Shorter tokens are spelled again: their number would take as many bytes. */
const minNumberedLength = 3;
/** Of one text; each number takes one byte below 128. */
const maxNumbered = 4096;

/** Numbers of slots begin at most here: they are 32 bits wide, and texts are shorter than their remainder. */
const greatestBase = 2 ** 30;
/** Slots for the hashes of tokens that were spelled out; a power of 2. */
const spelledSlots = 4 * maxNumbered;

/** Writes texts as codes of a list of words; one that it lacks is spelled out, once in each text. */
export class TokenEncoder {
  readonly #list: TokenDictionary;
  readonly #text = new TextUnits();
  /** Where tokens that were spelled out begin and end in the text. */
  readonly #starts = new Uint32Array(maxNumbered);
  readonly #ends = new Uint32Array(maxNumbered);
  /** `#base` and the number of the token with the hash of the slot; what is below is of an earlier text, and empty. */
  readonly #slots = new Int32Array(spelledSlots);
  #base = 1;

  constructor(list: TokenDictionary) {
    this.#list = list;
  }

  /** The loop runs over every text of an archive, and is as plain as can be for it. */
  write(text: string, into: ByteWriter): void {
    const { table, single } = this.#list;
    const length = this.#text.take(text);
    const { units } = this.#text;
    // A unit that is spelled alone takes the most: a byte for its length and three for itself.
    const bytes = into.room(4 * length + 1);
    let at = into.length;
    const begun = at;
    if (this.#base > greatestBase) {
      this.#slots.fill(0);
      this.#base = 1;
    }
    let spelled = 0;
    let afterWord = 0;
    for (let start = 0; start < length;) {
      // Between two words a space goes without saying.
      const isImplied =
        afterWord === 1 &&
        units[start] === space &&
        start + 1 < length &&
        wordUnits[units[start + 1] as number] === 1;
      if (isImplied) start += 1;
      let unit = units[start] as number;
      const isWord = wordUnits[unit] as number;
      let hash = hashBasis;
      let end = start;
      do {
        hash = Math.imul(hash ^ unit, hashPrime);
        end += 1;
        if (end === length) break;
        unit = units[end] as number;
      } while (wordUnits[unit] === isWord);
      hash &= hashMask;
      const listed = table.find(units, start, end, hash);
      if (listed >= 0) {
        if (listed < single) bytes[at++] = codes.firstListed + listed;
        else {
          bytes[at++] = codes.firstListed + single + ((listed - single) >>> 8);
          bytes[at++] = (listed - single) & 0xff;
        }
      } else {
        const known = end - start < minNumberedLength ? -1 : this.#numberOf(units, start, end, hash, spelled);
        if (known >= 0) {
          bytes[at++] = codes.again;
          at = putVarint(known, bytes, at);
        } else {
          if (end - start >= minNumberedLength && spelled < maxNumbered) spelled += 1;
          at = putSpelled(units, start, end, bytes, at);
        }
      }
      afterWord = isWord;
      start = end;
    }
    bytes[at++] = codes.end;
    this.#base += spelled;
    into.advance(at - begun);
  }

  /** The number of a token that was spelled before; -1 for one that was not, which gets the next number, `spelled`. */
  #numberOf(units: Uint16Array, start: number, end: number, hash: number, spelled: number): number {
    const slots = this.#slots;
    let slot = (hash ^ (hash >>> 15)) & (spelledSlots - 1);
    for (let entry = slots[slot] as number; entry >= this.#base; entry = slots[slot] as number) {
      const number = entry - this.#base;
      const begin = this.#starts[number] as number;
      if ((this.#ends[number] as number) - begin === end - start && isSame(units, begin, start, end))
        return number;
      slot = (slot + 1) & (spelledSlots - 1);
    }
    if (spelled < maxNumbered) {
      slots[slot] = this.#base + spelled;
      this.#starts[spelled] = start;
      this.#ends[spelled] = end;
    }
    return -1;
  }
}

function isSame(units: Uint16Array, begin: number, start: number, end: number): boolean {
  for (let at = start, other = begin; at < end; at += 1, other += 1) {
    if (units[at] !== units[other]) return false;
  }
  return true;
}

/** Returns where the next byte belongs. */
function putSpelled(
  units: Uint16Array,
  start: number,
  end: number,
  bytes: Uint8Array,
  first: number,
): number {
  let at = first;
  if (end - start <= codes.maxSpelled) bytes[at++] = end - start;
  else {
    bytes[at++] = codes.spelled;
    at = putVarint(end - start, bytes, at);
  }
  for (let from = start; from < end; from += 1) {
    const unit = units[from] as number;
    if (unit < 0x80) bytes[at++] = unit;
    else at = putVarint(unit, bytes, at);
  }
  return at;
}

/** Returns where the next byte belongs. */
function putVarint(value: number, bytes: Uint8Array, first: number): number {
  let at = first;
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
  bytes[at++] = rest;
  return at;
}

/** Reads code units into `units[start..end)`. */
function readUnits(from: ByteReader, units: Uint16Array, start: number, end: number): void {
  const { bytes } = from;
  let { at } = from;
  for (let to = start; to < end; to += 1) {
    const byte = bytes[at];
    if (byte !== undefined && byte < 0x80) {
      units[to] = byte;
      at += 1;
      continue;
    }
    from.seek(at);
    units[to] = from.varint();
    at = from.at;
  }
  from.seek(at);
}

/** A stretch of the text. */
type Spelled = Readonly<{ start: number; end: number }>;

/** Code units that are copied of each listed token, whatever its length: most have no more. */
const copiedAtOnce = 8;

/** Reads texts that a `TokenEncoder` with the same list wrote. */
export class TokenDecoder {
  readonly #list: TokenDictionary;
  /** The units of the list, with room after them for those that are copied at once. */
  readonly #listed: DataView;
  #units = new Uint16Array(16_384);
  #view = new DataView(this.#units.buffer);
  #buffer = Buffer.from(this.#units.buffer);

  constructor(list: TokenDictionary) {
    this.#list = list;
    const units = new Uint16Array(list.units.length + copiedAtOnce);
    units.set(list.units);
    this.#listed = new DataView(units.buffer);
  }

  /** The loop runs over every text that a list shows. Copying two units at a time takes half as long as one by one. */
  read(from: ByteReader): string {
    const { single, tokens, starts, isWord } = this.#list;
    const listed = this.#listed;
    const { bytes } = from;
    const spelled: Spelled[] = [];
    let at = from.at;
    let into = this.#units;
    let view = this.#view;
    let length = 0;
    let afterWord = 0;
    for (let code = bytes[at++]; code !== codes.end; code = bytes[at++]) {
      if (code === undefined) throw new RangeError('a text has no end');
      if (code >= codes.firstListed) {
        let number = code - codes.firstListed;
        if (number >= single) number = single + ((number - single) << 8) + (bytes[at++] ?? 0);
        if (number >= tokens.length) throw new RangeError('a code stands for no word of the list');
        const start = starts[number] as number;
        const count = (starts[number + 1] as number) - start;
        if (length + count + copiedAtOnce >= into.length) {
          into = this.#grow(count);
          view = this.#view;
        }
        const word = isWord[number] as number;
        if ((afterWord & word) === 1) into[length++] = space;
        const source = start * 2;
        const target = length * 2;
        view.setUint32(target, listed.getUint32(source));
        view.setUint32(target + 4, listed.getUint32(source + 4));
        view.setUint32(target + 8, listed.getUint32(source + 8));
        view.setUint32(target + 12, listed.getUint32(source + 12));
        for (let nth = copiedAtOnce; nth < count; nth += 1) {
          view.setUint16(target + 2 * nth, listed.getUint16(source + 2 * nth));
        }
        length += count;
        afterWord = word;
        continue;
      }
      from.seek(at);
      const again = code === codes.again ? spelled[from.varint()] : undefined;
      if (code === codes.again && again === undefined) throw new RangeError('a word was not spelled before');
      const count =
        again !== undefined ? again.end - again.start : code === codes.spelled ? from.varint() : code;
      if (count === 0 || (again === undefined && count > from.left)) {
        throw new RangeError('a spelled word ends too late');
      }
      if (length + count + copiedAtOnce >= into.length) {
        into = this.#grow(count);
        view = this.#view;
      }
      const first = again === undefined ? from.varint() : (into[again.start] as number);
      const word = wordUnits[first] ?? 0;
      if ((afterWord & word) === 1) into[length++] = space;
      const start = length;
      length += count;
      into[start] = first;
      if (again !== undefined) into.copyWithin(start + 1, again.start + 1, again.end);
      else {
        readUnits(from, into, start + 1, length);
        if (count >= minNumberedLength && spelled.length < maxNumbered) spelled.push({ start, end: length });
      }
      at = from.at;
      afterWord = word;
    }
    from.seek(at);
    return this.#buffer.toString('utf16le', 0, 2 * length);
  }

  /** Room for so many units more than there is. */
  #grow(more: number): Uint16Array<ArrayBuffer> {
    const larger = new Uint16Array(this.#units.length * 2 + more);
    larger.set(this.#units);
    this.#units = larger;
    this.#view = new DataView(larger.buffer);
    this.#buffer = Buffer.from(larger.buffer);
    return larger;
  }
}
