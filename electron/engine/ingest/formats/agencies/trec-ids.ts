import { monthOf } from './month-numbers.ts';

/** Whose articles have numbers that begin with these letters. */
const outlets = new Map([
  ['APW', 'AP'],
  ['AP', 'AP'],
  ['AFP', 'AFP'],
  ['NYT', 'The New York Times'],
  ['XIE', 'Xinhua'],
  ['XIN', 'Xinhua'],
  ['CNA', 'Central News Agency'],
  ['LTW', 'Los Angeles Times/Washington Post'],
  ['WPB', 'Washington Post/Bloomberg'],
  ['REU', 'Reuters'],
  ['WSJ', 'The Wall Street Journal'],
  ['SJMN', 'San Jose Mercury News'],
  ['LA', 'Los Angeles Times'],
  ['FT', 'Financial Times'],
  ['FBIS', 'FBIS'],
  ['EFE', 'EFE'],
  ['GH', 'The Herald'],
  ['LEMONDE', 'Le Monde'],
  ['SDA', 'SDA'],
  ['HAM', 'Hamshahri'],
]);

/** The paper or agency of a document, by its number: "APW19980429.1258", "NYT_ENG_19950101.0001". */
export function outletOfTrecId(id: string): string {
  return outlets.get(/^[A-Z]+/.exec(id)?.[0] ?? '') ?? '';
}

/** The day that the number of a document begins with, in ISO 8601; empty for none. */
export function dateOfTrecId(id: string): string {
  const whole = /(?:^|[A-Z_])((?:19|20)\d{2})(\d{2})(\d{2})(?=[._-]|$)/.exec(id);
  if (whole !== null) return whole.slice(1).join('-');
  const [, letters, one = '', two = '', three = ''] =
    /^([A-Z]{2,4})(\d{2})(\d{2})(\d{2})-\d+$/.exec(id) ?? [];
  if (letters === undefined) return '';
  // The Los Angeles Times has the month first.
  return letters === 'LA' ? `19${three}-${one}-${two}` : `19${one}-${two}-${three}`;
}

/** The dates of these collections: "04/29/1998 15:10:00" and "03/24/87" with the month first, "911001", "January 1, 1989, Sunday". */
export function trecDate(text: string): string {
  const [, month, day, year = '', time] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:\s+(\d{2}:\d{2}))?/.exec(text) ?? [];
  if (month !== undefined && day !== undefined) {
    const date = `${inFull(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return time === undefined ? date : `${date}T${time}`;
  }
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (short !== null) return `${inFull(short[1] ?? '')}-${short[2] ?? ''}-${short[3] ?? ''}`;
  const named = /^([A-Z][a-z]{2,8})\.? (\d{1,2}), (\d{4})/.exec(text);
  const number = monthOf(named?.[1] ?? '');
  if (named === null || number === 0) return text;
  return `${named[3] ?? ''}-${String(number).padStart(2, '0')}-${(named[2] ?? '').padStart(2, '0')}`;
}

function inFull(year: string): string {
  return year.length === 2 ? (Number(year) >= 40 ? `19${year}` : `20${year}`) : year;
}
