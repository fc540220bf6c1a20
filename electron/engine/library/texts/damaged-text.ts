import { SaidError } from '../../../contract/failure.ts';
import { sentence, type Sentence } from '../../../words/sentence.ts';

/** What is stored of a text is not what was written; the message names the file and the article. */
export class DamagedText extends SaidError {
  override readonly name = 'DamagedText';

  constructor(why: Sentence) {
    super(sentence('damage.in-file', { file: 'text.sqlite', why }));
  }
}
