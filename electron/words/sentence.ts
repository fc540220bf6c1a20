import type { english } from './english/english.ts';

type English = typeof english;
type SentenceName = keyof English;

/** The names in the braces of a message. What a plural says in one case has a space in it, and is no name. */
type HolesOf<Message extends string> = Message extends `${string}{${infer Inside}`
  ? Inside extends `${infer Head}}${infer Rest}`
    ? NameIn<Head> | HolesOf<Rest>
    : never
  : never;
type NameIn<Head extends string> = Head extends `{${infer Name}`
  ? NameIn<Name>
  : Head extends `${infer Name},${string}`
    ? NameIn<Name>
    : Head extends `${string} ${string}` | ''
      ? never
      : Head;

type ValuesOf<Name extends SentenceName> = [HolesOf<English[Name]>] extends [never]
  ? []
  : [values: Readonly<Record<HolesOf<English[Name]>, SaidValue>>];

/** What stands in the braces of a sentence; several are said one after the other. */
export type SaidValue = number | Said | readonly Said[];

/**
 * What is to be said to a person, as the name of a message and its values: it is worded where it is read, in the language of
 * whoever reads it (`word`). Some are kept in libraries, so that neither their names nor those of their values ever change.
 */
export type Sentence = Readonly<{ say: SentenceName; values?: Readonly<Record<string, SaidValue>> }>;

/** A sentence of ours, or what another program, a file or a person says, in its own words. */
export type Said = Sentence | string;

export function sentence<Name extends SentenceName>(say: Name, ...[values]: ValuesOf<Name>): Sentence {
  return values === undefined ? { say } : { say, values };
}

export function isSentence(data: unknown): data is Sentence {
  return typeof data === 'object' && data !== null && 'say' in data && typeof data.say === 'string';
}
