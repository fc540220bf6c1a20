/** What is stored of a text is not what was written; the message names the file and the article. */
export class DamagedText extends Error {
  override readonly name = 'DamagedText';

  constructor(saying: string) {
    super(`text.sqlite: ${saying}`);
  }
}
