/** How the words in brackets have to be written: each letter as it is, with a capital, in capitals alone, without any. */
export const writtenNames = ['exact', 'caps', 'allcaps', 'nocaps'] as const;
export type WrittenAs = (typeof writtenNames)[number];
