import { record, refuse, wholeNumber } from '../parse.ts';

export function aShare(data: unknown, at: string): number {
  return typeof data === 'number' && Number.isFinite(data) && data >= 0 && data <= 100_000
    ? data
    : refuse(at, 'a number from 0 to 100000', data);
}

export const aTextAnchor = record({ block: wholeNumber(0, 2 ** 31), share: aShare });
