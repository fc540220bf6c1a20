/** The methods of an api as whatever answers them has them: at once, or later. */
export type Answers<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (request: infer Asked) => Promise<infer Value>
    ? (request: Asked) => Value | Promise<Value>
    : never;
};
