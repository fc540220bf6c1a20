import type { FieldLog } from './field-log.ts';
import type { KnownWords } from './vocabulary.ts';

/** The terms and written forms that occur in one segment, numbered by their order in it. */
export type SegmentWords = Readonly<{
  /** Numbers in the vocabulary of the terms that occur, sorted by code unit; a term's number here is its index. */
  terms: Uint32Array;
  /** The same of the written forms. */
  forms: Uint32Array;
  /** Forms of the vocabulary by the term they belong to: those of term n stand in `[formStarts[n], formStarts[n + 1])`. */
  formsByTerm: Uint32Array;
  formStarts: Uint32Array;
  /** For each form of the vocabulary that occurs: the number of its term, and its number among the forms of that. */
  termOfForm: Uint32Array;
  numberOfForm: Uint32Array;
  /** For each spelling of the vocabulary that occurs: number of its term × 2, and 1 more for a stop word. */
  keys: Uint32Array;
  /** For each spelling of the vocabulary that occurs: number of its form among those of the term × 4, and its case. */
  surfaces: Uint32Array;
  /** Where the occurrences of each key begin when they are sorted by it; one more at the end. */
  starts: Uint32Array;
}>;

/** Numbers what occurs in the logs, in a time that grows with them and with the vocabulary, by a few passes over each. */
export function wordsOfSegment(known: KnownWords, logs: readonly FieldLog[]): SegmentWords {
  const occurrences = countSpellings(known, logs);
  const { ofForms, ofTerms } = countForms(known, occurrences);
  const terms = occurring(known.terms.sorted(), ofTerms);
  const forms = occurring(known.forms.sorted(), ofForms);
  const termOfForm = termsOfForms(known, forms, indexesOf(terms, known.terms.size));
  const { formStarts, numberOfForm } = numberedForms(forms, termOfForm, terms.length);
  return {
    terms,
    forms,
    formsByTerm: groupForms(forms, termOfForm, numberOfForm, formStarts),
    formStarts,
    termOfForm,
    numberOfForm,
    ...surfacesOf(known, occurrences, termOfForm, numberOfForm),
    starts: startsOf(known, forms, ofForms, termOfForm, terms.length),
  };
}

// Each pass is a function of its own: V8 compiles a loop while it runs, and all that stands around it too.

/** By number in the vocabulary, the index of each of `numbers`. */
function indexesOf(numbers: Uint32Array, size: number): Uint32Array {
  const indexes = new Uint32Array(size);
  for (let at = 0; at < numbers.length; at += 1) indexes[numbers[at] as number] = at;
  return indexes;
}

/** The number of the term of each form that occurs. */
function termsOfForms(known: KnownWords, forms: Uint32Array, numberOfTerm: Uint32Array): Uint32Array {
  const { values } = known.termOfForm;
  const termOfForm = new Uint32Array(known.forms.size);
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] as number;
    termOfForm[form] = numberOfTerm[values[form] as number] as number;
  }
  return termOfForm;
}

type NumberedForms = Pick<SegmentWords, 'formStarts' | 'numberOfForm'>;

function numberedForms(forms: Uint32Array, termOfForm: Uint32Array, terms: number): NumberedForms {
  const formStarts = new Uint32Array(terms + 1);
  const numberOfForm = new Uint32Array(termOfForm.length);
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] as number;
    const term = termOfForm[form] as number;
    // Forms come in order, so that how many came before is its number among those of the term.
    const number = formStarts[term + 1] as number;
    numberOfForm[form] = number;
    formStarts[term + 1] = number + 1;
  }
  addUp(formStarts);
  return { formStarts, numberOfForm };
}

function groupForms(
  forms: Uint32Array,
  termOfForm: Uint32Array,
  numberOfForm: Uint32Array,
  formStarts: Uint32Array,
): Uint32Array {
  const formsByTerm = new Uint32Array(forms.length);
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] as number;
    const first = formStarts[termOfForm[form] as number] as number;
    formsByTerm[first + (numberOfForm[form] as number)] = form;
  }
  return formsByTerm;
}

/** Where the occurrences of each key begin. */
function startsOf(
  { stopForms }: KnownWords,
  forms: Uint32Array,
  ofForms: Uint32Array,
  termOfForm: Uint32Array,
  terms: number,
): Uint32Array {
  const isStop = stopForms.values;
  const starts = new Uint32Array(2 * terms + 1);
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] as number;
    const key = 2 * (termOfForm[form] as number) + (isStop[form] as number);
    starts[key + 1] = (starts[key + 1] as number) + (ofForms[form] as number);
  }
  addUp(starts);
  return starts;
}

/** The key and the surface of each spelling that occurs. */
function surfacesOf(
  { surfaces: known, stopForms }: KnownWords,
  occurrences: Uint32Array,
  termOfForm: Uint32Array,
  numberOfForm: Uint32Array,
): Pick<SegmentWords, 'keys' | 'surfaces'> {
  const isStop = stopForms.values;
  const keys = new Uint32Array(occurrences.length);
  const surfaces = new Uint32Array(occurrences.length);
  for (let spelling = 0; spelling < occurrences.length; spelling += 1) {
    if (occurrences[spelling] === 0) continue;
    const surface = known.values[spelling] as number;
    const form = surface >>> 3;
    keys[spelling] = 2 * (termOfForm[form] as number) + (isStop[form] as number);
    surfaces[spelling] = ((numberOfForm[form] as number) << 2) | (surface & 3);
  }
  return { keys, surfaces };
}

/** How often each form of the vocabulary occurs, and which terms do: 1 for these. */
function countForms(
  { surfaces, termOfForm, forms, terms }: KnownWords,
  occurrences: Uint32Array,
): Readonly<{ ofForms: Uint32Array; ofTerms: Uint8Array }> {
  const ofForms = new Uint32Array(forms.size);
  const ofTerms = new Uint8Array(terms.size);
  for (let spelling = 0; spelling < occurrences.length; spelling += 1) {
    const count = occurrences[spelling] as number;
    if (count === 0) continue;
    const form = (surfaces.values[spelling] as number) >>> 3;
    ofForms[form] = (ofForms[form] as number) + count;
    ofTerms[termOfForm.values[form] as number] = 1;
  }
  return { ofForms, ofTerms };
}

/** How often each spelling of the vocabulary occurs. */
function countSpellings({ spellings }: KnownWords, logs: readonly FieldLog[]): Uint32Array {
  const counts = new Uint32Array(spellings.size);
  for (const log of logs) {
    const { values, length } = log.spellings;
    for (let at = 0; at < length; at += 1) {
      const spelling = values[at] as number;
      counts[spelling] = (counts[spelling] as number) + 1;
    }
  }
  return counts;
}

/** Those of `sorted` that occur, in the same order. */
function occurring(sorted: Uint32Array, occurrences: ArrayLike<number>): Uint32Array {
  const kept = new Uint32Array(sorted.length);
  let length = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const number = sorted[at] as number;
    if (occurrences[number] !== 0) kept[length++] = number;
  }
  return kept.subarray(0, length);
}

/** Makes of counts, each after the index of what it counts, where each begins. */
function addUp(counts: Uint32Array): void {
  for (let at = 1; at < counts.length; at += 1) {
    counts[at] = (counts[at] as number) + (counts[at - 1] as number);
  }
}
