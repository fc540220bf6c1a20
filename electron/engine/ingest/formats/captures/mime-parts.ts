/** A part of a message, as its headers say and with its content decoded. */
export type MimePart = Readonly<{ headers: ReadonlyMap<string, string>; content: Buffer }>;

const maxParts = 20_000;
const maxDepth = 4;
const maxHeadLength = 65_536;

/** Splits a message of several parts, and those of these that have parts themselves. Its own headers come first, without content. */
export function* mimeParts(message: Buffer, depth = 1): Generator<MimePart> {
  const { headers, end } = readHeaders(message, 0);
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary');
  yield { headers, content: boundary === null ? decoded(headers, message.subarray(end)) : Buffer.alloc(0) };
  if (boundary === null) return;
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let at = lineOf(message, mark, end);
  for (let count = 0; at >= 0 && count < maxParts; count++) {
    const start = message.indexOf('\n', at);
    // The last mark has two more dashes.
    if (start < 0 || message.toString('latin1', at + mark.length, at + mark.length + 2) === '--') return;
    const next = lineOf(message, mark, start);
    const part = message.subarray(start + 1, next < 0 ? message.length : next);
    const inner = readHeaders(part, 0);
    if (depth < maxDepth && /^multipart\//i.test(inner.headers.get('content-type') ?? ''))
      yield* mimeParts(withoutLineEnd(part), depth + 1);
    else
      yield {
        headers: inner.headers,
        content: decoded(inner.headers, withoutLineEnd(part.subarray(inner.end))),
      };
    at = next;
  }
}

/** A parameter of a header: `charset` of `text/html; charset="utf-8"`. */
export function parameter(header: string, name: string): string | null {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? [];
  return quoted ?? plain ?? null;
}

/** Header fields from a place on, their names in lower case, and where they end. */
export function readHeaders(
  bytes: Buffer,
  start: number,
): Readonly<{ headers: ReadonlyMap<string, string>; end: number }> {
  const headers = new Map<string, string>();
  let at = start;
  let last = '';
  while (at < bytes.length && at - start < maxHeadLength) {
    const feed = bytes.indexOf(0x0a, at);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.toString('utf8', at, end).replace(/\r$/, '');
    at = feed < 0 ? bytes.length : feed + 1;
    if (line === '') break;
    if (/^[ \t]/.test(line)) headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
    else {
      const colon = line.indexOf(':');
      last = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      if (colon > 0 && !headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
    }
  }
  return { headers, end: at };
}

function lineOf(message: Buffer, mark: Buffer, from: number): number {
  for (let at = message.indexOf(mark, from); at >= 0; at = message.indexOf(mark, at + 1))
    if (at === 0 || message[at - 1] === 0x0a) return at;
  return -1;
}

function withoutLineEnd(content: Buffer): Buffer {
  if (content.at(-1) !== 0x0a) return content;
  return content.subarray(0, content.at(-2) === 0x0d ? -2 : -1);
}

function decoded(headers: ReadonlyMap<string, string>, content: Buffer): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(content.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? unquoted(content) : content;
}

function unquoted(content: Buffer): Buffer {
  // Spaces at the end of a line are none of it; a pattern for them would cost the square of a long run.
  const lines = content.toString('latin1').split('\n');
  const text = lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/=\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(text, 'latin1');
}
