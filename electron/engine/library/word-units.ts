/** 1 for each UTF-16 code unit that belongs to words, rather than to what stands between them. */
export const wordUnits = Uint8Array.from({ length: 65_536 }, (_, unit) => {
  if (unit < 128) return /[0-9A-Za-z]/.test(String.fromCharCode(unit)) ? 1 : 0;
  const isLatinSign = unit < 0xc0;
  const isPunctuation = (unit >= 0x2000 && unit < 0x2070) || (unit >= 0x3000 && unit < 0x3040);
  const isArabicSign = unit === 0x060c || unit === 0x06d4;
  return isLatinSign || isPunctuation || isArabicSign ? 0 : 1;
});
