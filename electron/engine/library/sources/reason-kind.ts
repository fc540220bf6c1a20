import { isSentence, type Said, type SaidValue } from '../../../words/sentence.ts';

const maxLength = 200;
const gap = '…';

/** What failures have in common: `kind` tells them apart, and `reason` says it without names that differ from file to file. */
export function reasonKind(reason: Said): Readonly<{ kind: string; reason: Said }> {
  if (!isSentence(reason)) {
    const common = withoutNames(reason);
    return { kind: common, reason: common };
  }
  const { say, values = {} } = reason;
  const entries = Object.entries(values);
  if (entries.length === 0) return { kind: say, reason };
  // What is a number is counted by in some languages: it stays that of the first.
  const common = entries.map(([name, value]): [string, SaidValue] => [
    name,
    typeof value === 'number' ? value : gap,
  ]);
  return { kind: say, reason: { say, values: Object.fromEntries(common) } };
}

/** Without numbers, what is quoted, and what is listed behind a colon. */
function withoutNames(reason: string): string {
  return reason
    .slice(0, maxLength)
    .replace(/(\p{L}{3}): .*$/su, '$1')
    .replace(/"[^"]*(?:"|$)|“[^”]*(?:”|$)/gu, gap)
    .replace(/\d[\d.,]*/gu, gap)
    .replace(/…(?:\s*…)+/gu, gap)
    .trim();
}
