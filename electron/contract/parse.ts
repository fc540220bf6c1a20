import { FailureError } from './failure.ts';
import { sentence } from '../words/sentence.ts';

/** Reads what came over a boundary into a `Value`; `at` names the place, for the message of a refusal. */
export type Parser<Value> = (data: unknown, at: string) => Value;
export type Parsed<Read> = Read extends Parser<infer Value> ? Value : never;

/** The parser of every method's request: each throws a `FailureError` with code `bad-request`. */
export type ParsersOf<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (request: infer Asked) => Promise<unknown>
    ? (data: unknown) => Asked
    : never;
};

/** A parser for each name, whose refusals name the method that it reads for. */
export function requestsOf<Parsers extends Readonly<Record<string, Parser<unknown>>>>(
  parsers: Parsers,
): { readonly [Method in keyof Parsers]: (data: unknown) => Parsed<Parsers[Method]> } {
  return Object.fromEntries(
    Object.entries(parsers).map(([method, parser]) => [
      method,
      (data: unknown) => parser(data, `${method}:`),
    ]),
  ) as { readonly [Method in keyof Parsers]: (data: unknown) => Parsed<Parsers[Method]> };
}

/** The names of the methods that `parsers` reads requests of. */
export function methodsOf<Api>(parsers: ParsersOf<Api>): readonly (keyof Api & string)[] {
  return Object.keys(parsers) as (keyof Api & string)[];
}

export function refuse(at: string, expected: string, data: unknown): never {
  throw new FailureError({
    code: 'bad-request',
    message: sentence('trouble.bad-request', { at, expected, got: described(data) }),
  });
}

/** An object with exactly these fields in the result: others that came along are left behind. */
export function record<Fields extends Readonly<Record<string, Parser<unknown>>>>(
  fields: Fields,
): Parser<{ readonly [Name in keyof Fields]: Parsed<Fields[Name]> }> {
  return (data, at) => {
    if (!isObject(data)) return refuse(at, 'an object', data);
    const read = Object.entries(fields).map(([name, parser]) => {
      const value = Object.hasOwn(data, name) ? data[name] : undefined;
      return [name, parser(value, at.endsWith(':') ? `${at} ${name}` : `${at}.${name}`)];
    });
    return Object.fromEntries(read) as { readonly [Name in keyof Fields]: Parsed<Fields[Name]> };
  };
}

/** Text of `min` to `max` UTF-16 code units. */
export function text(min: number, max: number): Parser<string> {
  return (data, at) =>
    typeof data === 'string' && data.length >= min && data.length <= max
      ? data
      : refuse(at, `text of ${min} to ${max} characters`, data);
}

export function wholeNumber(min: number, max: number): Parser<number> {
  return (data, at) =>
    typeof data === 'number' && Number.isSafeInteger(data) && data >= min && data <= max
      ? data
      : refuse(at, `a whole number from ${min} to ${max}`, data);
}

export function truth(data: unknown, at: string): boolean {
  return typeof data === 'boolean' ? data : refuse(at, 'true or false', data);
}

export function oneOf<const Values extends readonly string[]>(values: Values): Parser<Values[number]> {
  return (data, at) =>
    values.find((value): value is Values[number] => value === data) ??
    refuse(at, `one of ${values.join(', ')}`, data);
}

export function orNull<Value>(parser: Parser<Value>): Parser<Value | null> {
  return (data, at) => (data === null ? null : parser(data, at));
}

/** A field that may be left out. */
export function orMissing<Value>(parser: Parser<Value>): Parser<Value | undefined> {
  return (data, at) => (data === undefined ? undefined : parser(data, at));
}

/** A day as `YYYY-MM-DD`. */
export function isoDay(data: unknown, at: string): string {
  const isDay =
    typeof data === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(data) && !Number.isNaN(Date.parse(data));
  return isDay ? data : refuse(at, 'a day such as 2021-06-30', data);
}

export function listOf<Value>(parser: Parser<Value>, max: number): Parser<readonly Value[]> {
  return (data, at) => {
    if (!Array.isArray(data) || data.length > max) {
      return refuse(at, `a list of at most ${max} items`, data);
    }
    return Array.from(data, (item: unknown, index) => parser(item, `${at}[${index}]`));
  };
}

export function mapOf<Value>(parser: Parser<Value>, max: number): Parser<Readonly<Record<string, Value>>> {
  return (data, at) => {
    if (!isObject(data) || Object.keys(data).length > max) {
      return refuse(at, `an object of at most ${max} entries`, data);
    }
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, parser(value, `${at}.${key}`)]),
    );
  };
}

/** An absolute path of any of the three systems, without a NUL. */
export function absolutePath(data: unknown, at: string): string {
  const absolute = /^(?:\/|\\\\|[A-Za-z]:[\\/])/u;
  return typeof data === 'string' && data.length <= 32_768 && absolute.test(data) && !data.includes('\0')
    ? data
    : refuse(at, 'an absolute path', data);
}

export function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function described(data: unknown): string {
  if (typeof data === 'string') return JSON.stringify(data.length > 40 ? `${data.slice(0, 40)}…` : data);
  if (Array.isArray(data)) return `a list of ${data.length}`;
  if (isObject(data)) return 'an object';
  if (data === undefined) return 'nothing';
  if (data === null || typeof data === 'number' || typeof data === 'boolean') return String(data);
  return `a ${typeof data}`;
}
