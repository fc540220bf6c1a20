const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day of the Gregorian calendar exists. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : daysInMonth[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/**
 * A day of the Iranian solar calendar as `[year, month, day]` of the Gregorian one, by the 33-year leap cycle,
 * which agrees with the astronomical calendar from 1244 to 1500 solar hijri.
 */
export function solarHijriToGregorian(year: number, month: number, day: number): [number, number, number] {
  const shifted = year + 1595;
  const monthDays = month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186;
  let days = -355668 + 365 * shifted + Math.floor(shifted / 33) * 8 + Math.floor(((shifted % 33) + 3) / 4);
  days += day + monthDays;
  const date = new Date(Date.UTC(2000, 0, 1) + (days - daysToYear2000) * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** Days from the epoch of the formula above to 1 January 2000. */
const daysToYear2000 = 730_485;
