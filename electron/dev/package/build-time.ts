import { execFileSync } from 'node:child_process';
import { checkout } from '../checkout.ts';

/** Seconds since 1970: nothing in a package is younger, so that two builds of one commit give the same bytes. */
export type BuildTime = number;

/** When the commit that is built was made, or what SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/source-date-epoch/). */
export function buildTime(): BuildTime {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined && given !== '') return Number(given);
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: checkout, encoding: 'utf8' }));
}
