type KeyPress = Readonly<{
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}>;

const modifierKeys = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock', 'Dead']);

/** The combination that was pressed, as the action table writes it; null for a modifier alone. */
export function combinationOf(press: KeyPress, isMac: boolean): string | null {
  if (modifierKeys.has(press.key)) return null;
  const isLetter = /^\p{L}$/u.test(press.key);
  const isNamed = [...press.key].length > 1;
  const parts: string[] = [];
  if (isMac ? press.metaKey : press.ctrlKey) parts.push('Mod');
  if (isMac && press.ctrlKey) parts.push('Ctrl');
  if (!isMac && press.metaKey) parts.push('Meta');
  if (press.altKey) parts.push('Alt');
  // Shift is already part of what a sign like "?" is; of a letter or a named key it is not.
  if (press.shiftKey && (isLetter || isNamed)) parts.push('Shift');
  const hasModifier = parts.length > 0;
  parts.push(isLetter ? (hasModifier ? press.key.toUpperCase() : press.key.toLowerCase()) : press.key);
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
