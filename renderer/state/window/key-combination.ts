type KeyPress = Readonly<{
  key: string;
  /** Where the key is on the keyboard, by the names of the DOM. */
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}>;

const modifierKeys = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock', 'Dead']);

const signsByCode: Readonly<Record<string, string>> = { Slash: '/', BracketLeft: '[', BracketRight: ']' };

// On an Arabic or a Russian keyboard no key gives a Latin letter: there the key counts by its place.
function latinKey({ key, code = '' }: KeyPress): string {
  if (key === '؟') return '?';
  if (!/^\P{Script=Latin}$/u.test(key) || !/^\p{L}$/u.test(key)) return key;
  return /^Key([A-Z])$/.exec(code)?.[1] ?? signsByCode[code] ?? key;
}

/** The combination that was pressed, as the action table writes it; null for a modifier alone. */
export function combinationOf(press: KeyPress, isMac: boolean): string | null {
  if (modifierKeys.has(press.key)) return null;
  const key = latinKey(press);
  const isLetter = /^\p{L}$/u.test(key);
  const isNamed = [...key].length > 1;
  const parts: string[] = [];
  if (isMac ? press.metaKey : press.ctrlKey) parts.push('Mod');
  if (isMac && press.ctrlKey) parts.push('Ctrl');
  if (!isMac && press.metaKey) parts.push('Meta');
  if (press.altKey) parts.push('Alt');
  // Shift is already part of what a sign like "?" is; of a letter or a named key it is not.
  if (press.shiftKey && (isLetter || isNamed)) parts.push('Shift');
  const hasModifier = parts.length > 0;
  parts.push(isLetter ? (hasModifier ? key.toUpperCase() : key.toLowerCase()) : key);
  return parts.join('+');
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The keys of a combination as they stand on the keyboard. */
export function keyNames(combination: string, isMac: boolean): readonly string[] {
  const parts = combination.endsWith('++')
    ? [...combination.slice(0, -2).split('+'), '+']
    : combination.split('+');
  return parts.map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Shift' && isMac) return '⇧';
    if (part === 'Alt' && isMac) return '⌥';
    return names[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
