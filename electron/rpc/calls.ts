/** A method of an api: one request in, one promise out. */
export type ApiMethod = (request: never) => Promise<unknown>;
export type Api<Shape> = { readonly [Method in keyof Shape]: ApiMethod };

export type RequestOf<Method> = Method extends (request: infer Request) => Promise<unknown> ? Request : never;
export type ValueOf<Method> = Method extends (request: never) => Promise<infer Value> ? Value : never;

/** The api as it is called and served: every method also takes a signal that gives the call up. */
export type Calls<Shape extends Api<Shape>> = {
  readonly [Method in keyof Shape]: (
    request: RequestOf<Shape[Method]>,
    signal?: AbortSignal,
  ) => Promise<ValueOf<Shape[Method]>>;
};

/** Reads what came over a boundary; throws a `FailureError` with code `bad-request` that says what is wrong. */
export type RequestParser<Request> = (data: unknown) => Request;

export type RequestParsers<Shape extends Api<Shape>> = {
  readonly [Method in keyof Shape]: RequestParser<RequestOf<Shape[Method]>>;
};

export type EventListener<Events> = <Name extends keyof Events>(name: Name, payload: Events[Name]) => void;
