import type { DateEvidence, DateGuess } from './article.ts';
import type { CorrectableField } from './corrections.ts';

/**
 * Where the value of a field was read: besides what dates are read from, the headline or the signature of the page, one of its other
 * lines, the first words of a text without a headline, or the writing of the text (where that says too little, what the page declares).
 */
export type EvidenceKind = DateEvidence | 'headline' | 'byline' | 'line' | 'opening' | 'writing';

export type FieldEvidence = Readonly<{
  from: EvidenceKind;
  /** The words of the page that say it, where they are more than the value. */
  says: string | null;
  /** Nobody said it: it is what the evidence lets suppose. Of a date `guess` tells what of it. */
  isGuess: boolean;
  guess?: DateGuess;
}>;

/** Of what was read, also where a person has corrected it since; fields without a value have no evidence. */
export type ArticleEvidence = Readonly<Partial<Record<CorrectableField, FieldEvidence>>>;
