import type { RecurringLines } from '../../electron/contract/recurring-lines.ts';
import type { SourceId } from '../../electron/contract/ids.ts';

const recurring = [
  'Our reporting is paid for by readers such as you.',
  'The editors may shorten comments.',
] as const;

/** Lines that recur in every source, and which of them are hidden. */
export class FakeFurniture {
  readonly #hidden = new Map<SourceId, ReadonlySet<string>>();

  lines(source: SourceId, articles: number): RecurringLines {
    const hidden = this.#hidden.get(source);
    const lines = recurring.map((text, nth) => ({
      text,
      articles: Math.max(0, articles - nth),
      isHidden: hidden?.has(text) ?? false,
    }));
    return { lines, lookedAt: articles, articles };
  }

  hide(source: SourceId, lines: readonly string[]): void {
    this.#hidden.set(source, new Set(lines));
  }
}
