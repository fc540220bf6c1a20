/**
 * Parses JSON as programs write it that do not keep to it: NaN and Infinity for numbers that there are none of, and line
 * breaks in strings.
 */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const repaired = repair(text);
    if (repaired === text) throw error;
    return JSON.parse(repaired);
  }
}

function repair(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"|-?\b(?:NaN|Infinity)\b/g, (part) =>
    part.startsWith('"') ? part.replace(/[\u0000-\u001f]/g, escaped) : 'null',
  );
}

function escaped(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
