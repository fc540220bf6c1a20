/** JSON that means the same, without the control characters that JSON leaves as they are: a terminal would obey them. */
export function harmlessJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
