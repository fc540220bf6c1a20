import { interfaceLocale, say } from '../../electron/words/say.ts';
import { madeOnce } from './made-once.ts';

/** `18,204`. */
export function count(value: number): string {
  return formatOf(0).format(value);
}

/** `0.8 ms`, `14 ms`, `1.2 s`. */
export function duration(ms: number): string {
  if (ms >= 1000) return say('duration.seconds', { value: formatOf(1).format(ms / 1000) });
  return say('duration.milliseconds', { value: formatOf(ms < 10 ? 1 : 0).format(ms) });
}

const numberFormat = madeOnce(
  (locale: string, digits: 0 | 1) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

function formatOf(digits: 0 | 1): Intl.NumberFormat {
  return numberFormat(interfaceLocale(), digits);
}
