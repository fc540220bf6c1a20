const currency = 'kr|zł|Kč|Ft|lei|TL|USD|EUR|GBP|دينار|ریال|تومان';
const sum = String.raw`\p{Nd}[\p{Nd}.,'’ \u00a0-]{0,12}`;
const price = new RegExp(
  String.raw`^\P{Nd}{0,12}(?:\p{Sc}\s?${sum}|${sum}\s?(?:\p{Sc}|${currency}))(?:\P{L}.{0,12})?$`,
  'u',
);

/** Whether a line is a sum of money, "from $139.00", "1 299 kr", "€ 12,90", with little beside it. */
export function isPrice(line: string): boolean {
  return price.test(line);
}
