/**
 * Parses JSON as programs write it that do not keep to it: NaN and Infinity for numbers that there are none of, line
 * breaks in strings, and a comma behind the last of a list.
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
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"|-?\b(?:NaN|Infinity)\b|,(?=\s{0,1000}[}\]])/g, (part) => {
    if (part === ',') return '';
    return part.startsWith('"') ? part.replace(/[\u0000-\u001f]/g, escaped) : 'null';
  });
}

function escaped(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
