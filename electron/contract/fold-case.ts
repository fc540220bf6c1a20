/** Of these the upper case of one is that of the other, and full case folding (Unicode, CaseFolding.txt) keeps them apart. */
const dotless = 'ı';

/**
 * What texts that differ in case alone have in common: Straße and STRASSE, Οδός and ΟΔΌΣ. Of the same letters in other code
 * points, composed or not, it makes the same text. There and back again through both cases is what full case folding does,
 * but for the Greek final sigma, which is a matter of the place, and the Turkic ı.
 */
export function foldCase(text: string): string {
  return text
    .normalize('NFD')
    .split(dotless)
    .map((part) => part.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ'))
    .join(dotless)
    .normalize('NFC');
}
