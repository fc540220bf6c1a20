import type { ByteSource } from '../../byte-source.ts';
import type { FormatReader, FoundRecord, ReadContext, RecordFailure } from '../../format-reader.ts';
import { opensMessage } from '../../mail/eml.ts';
import { parseMessage } from '../../mail/parse-message.ts';
import { hasAny, headText } from '../../reading/head-text.ts';
import { articlesIn } from '../export-reader.ts';
import { documentAnchor, readProQuestPiece } from './proquest-html.ts';

/** What ProQuest sends by mail: a message that is an export, whoever sent it on. */
export const proQuestMail: FormatReader = {
  holds: 'many',
  sniff: (input) => {
    const isOne = hasAny(input, 'ProQuest', 'proquest') && hasAny(input, 'DocID_');
    return isOne && opensMessage(headText(input)) ? 0.9 : 0;
  },
  read: articlesOf,
};

async function* articlesOf(
  input: ByteSource,
  context: ReadContext,
): AsyncGenerator<FoundRecord | RecordFailure> {
  const { html } = await parseMessage(Buffer.from(input.whole()));
  yield* articlesIn([html], 'utf-8', context, { opening: documentAnchor, read: readProQuestPiece });
}
