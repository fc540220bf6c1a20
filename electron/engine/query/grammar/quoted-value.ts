import { unseenClass } from './direction-marks.ts';

/** Quotation marks that would end a value in plain ones, and the sign that keeps them from it. */
const escaped = /["“”\\]/gu;

/** What would not be read as part of a value, or not as it is. */
const mustBeQuoted = new RegExp(`[\\s"“”„«»()\\\\~^${unseenClass}]`, 'u');

/** A filter's value in quotation marks; those that it holds itself have a backslash before them. */
function quoted(value: string): string {
  return `"${value.replace(escaped, '\\$&')}"`;
}

/** A value as it is quoted only where it must be. */
export function quotedIfNeeded(value: string): string {
  return mustBeQuoted.test(value) || value === '' ? quoted(value) : value;
}

/** What a quoted value stands for. */
export function unquoted(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}
