import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import type { FieldEvidence } from '../../../electron/contract/article-evidence.ts';
import type { CorrectableField } from '../../../electron/contract/corrections.ts';
import { interfaceDirection, say } from '../../../electron/words/say.ts';
import { dateGuess, provenance } from '../date-text.ts';
import { directionOf } from '../direction-of.ts';
import { languageName } from '../language-name.ts';

/** Where the value of a field comes from, and what of it is guessed or was corrected, in words. */
export function sayEvidence(
  { evidence, corrections }: Pick<ArticleView, 'evidence' | 'corrections'>,
  field: CorrectableField,
): string {
  const found = evidence[field];
  const correction = corrections.find((one) => one.field === field);
  if (correction === undefined) return found === undefined ? say('evidence.none') : sayFound(found);
  if (correction.was === null || found === undefined) return say('evidence.corrected-none');
  const was = field === 'language' ? (languageName(correction.was) ?? correction.was) : correction.was;
  return say('evidence.corrected', { was: apart(was), from: sayFound({ ...found, says: null }) });
}

function sayFound(evidence: FieldEvidence): string {
  const { from: kind, says, isGuess, guess } = evidence;
  const from = kind === 'file-time' ? say('date.file-guessed') : provenance(kind);
  const quoted = says === null ? from : say('evidence.quoted', { from, says: apart(says) });
  const guessed = isGuess && guess !== undefined ? dateGuess({ from: guess.from, guess }) : null;
  return guessed === null ? quoted : say('evidence.and', { one: quoted, other: guessed });
}

/** Words that run against those around them would turn the marks at their ends around. */
function apart(words: string): string {
  const around = interfaceDirection();
  return (directionOf(words) ?? around) === around ? words : `\u2068${words}\u2069`;
}
