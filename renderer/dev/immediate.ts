/** The methods of an interface, allowed to answer at once. */
export type Immediate<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (request: infer Request) => Promise<infer Value>
    ? (request: Request) => Value | Promise<Value>
    : never;
};
