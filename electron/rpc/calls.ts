/** A method of an api: one request in, one promise out. */
export type ApiMethod = (request: never) => Promise<unknown>;
export type Api<Shape> = { readonly [Method in keyof Shape]: ApiMethod };

export type RequestOf<Method> = Method extends (request: infer Asked) => Promise<unknown> ? Asked : never;
export type ValueOf<Method> = Method extends (request: never) => Promise<infer Value> ? Value : never;

/** The api as it is called and served: every method also takes a signal that gives the call up. */
export type Calls<Shape extends Api<Shape>> = {
  readonly [Method in keyof Shape]: (
    request: RequestOf<Shape[Method]>,
    signal?: AbortSignal,
  ) => Promise<ValueOf<Shape[Method]>>;
};

/** Reads what came over a boundary; throws a `FailureError` with code `bad-request` that says what is wrong. */
export type RequestParser<Asked> = (data: unknown) => Asked;

export type RequestParsers<Shape extends Api<Shape>> = {
  readonly [Method in keyof Shape]: RequestParser<RequestOf<Shape[Method]>>;
};

/** Calls of which one function answers every method, told which. */
export function callsOf<Shape extends Api<Shape>>(
  methods: readonly (keyof Shape & string)[],
  answer: (method: keyof Shape & string, request: never, signal?: AbortSignal) => Promise<unknown>,
): Calls<Shape> {
  const calls = methods.map((method) => [
    method,
    (request: never, signal?: AbortSignal) => answer(method, request, signal),
  ]);
  return Object.fromEntries(calls) as Calls<Shape>;
}

/** Takes every request to `calls` as it is: for a side that only our own code can reach, which has parsed what it passes on. */
export function trusting<Shape extends Api<Shape>>(calls: Calls<Shape>): RequestParsers<Shape> {
  const parsers = Object.keys(calls).map((method) => [method, (request: unknown) => request]);
  return Object.fromEntries(parsers) as RequestParsers<Shape>;
}
