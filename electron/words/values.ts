/** What stands in a message's braces. Numbers are written as the locale writes them. */
export type Values = Readonly<Record<string, string | number>>;
