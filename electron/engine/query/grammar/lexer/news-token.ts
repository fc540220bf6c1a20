import type { Nearness } from '../nearness.ts';
import type { QueryCall } from './query-calls.ts';

/** A piece of a query in grammar `news`, and where it stands. */
export type NewsToken = Readonly<{ at: number; length: number }> &
  (
    | Readonly<{ kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'plus' | 'minus' }>
    | Readonly<{ kind: 'near'; nearness: Nearness; negated: boolean }>
    /** `exact` or another, with its bracket right after it. */
    | Readonly<{ kind: 'call'; call: QueryCall }>
    | Readonly<{ kind: 'field'; name: string }>
    | Readonly<{ kind: 'word'; text: string; boost: number; editDistance: number }>
    | Readonly<{
        kind: 'phrase';
        text: string;
        boost: number;
        closed: boolean;
        /** Words that may stand between those of the phrase. */
        slack: number;
      }>
  );
