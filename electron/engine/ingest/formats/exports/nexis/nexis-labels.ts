import { findDates } from '../../../../article/dates/dates.ts';
import { languageNamed } from '../../../../article/text/language-names.ts';
import { isWordCount } from '../said.ts';

/** What a label of a Nexis document stands for. `about` is known and not shown as a field; `end` is so too, and stands after the text only. */
export type NexisField =
  | 'headline'
  | 'byline'
  | 'section'
  | 'length'
  | 'place'
  | 'standfirst'
  | 'graphic'
  | 'language'
  | 'url'
  | 'text'
  | 'correction'
  | 'about'
  | 'end';

const labels: Readonly<Record<NexisField, string>> = {
  headline: 'HEADLINE TITRE KOP TITLE TITEL TITULAR TITOLO TÍTULO OVERSKRIFT',
  byline: 'BYLINE AUTOR AUTEUR AUTEURS SIGNATURE AUTHOR AUTHORS NAME AUTORE DOOR FORFATTER FÖRFATTARE',
  section: 'SECTION RUBRIK RUBRIQUE SECTIE RUBRIEK SECCIÓN SEZIONE RESSORT SEKTION SEÇÃO SECÇÃO',
  length: 'LENGTH LÄNGE LAENGE LONGUEUR LENGTE LONGITUD EXTENSIÓN LUNGHEZZA LÆNGDE LÄNGD LENGDE COMPRIMENTO',
  place: 'DATELINE ORTSZEILE DAGTEKENING LIEU LUGAR FECHA-LUGAR LUOGO STED',
  standfirst: 'HIGHLIGHT CHAPEAU SAMENVATTING INLEIDING',
  graphic: 'GRAPHIC GRAFIK ILLUSTRATION GRAFIEK AFBEELDING GRAPHIQUE GRÁFICO GRAFICO',
  language: 'LANGUAGE SPRACHE LANGUE TAAL IDIOMA LINGUA LÍNGUA SPROG SPRÅK',
  url: 'URL',
  text: 'TEXT BODY TEXTE TEKST ARTICLE ARTIKEL',
  correction: 'CORRECTION KORREKTUR CORRECTIE',
  about:
    'SHOW GUESTS GUEST ANCHORS ANCHOR REPORTERS REPORTER HOST BIO EDITION DISTRIBUTION SERIES COLUMN CATEGORY TYPE NOTES NOTE ISSN ' +
    'SUBJECT COMPANY ORGANIZATION TICKER INDUSTRY PERSON GEOGRAPHIC COUNTRY STATE CITY',
  end:
    'LOAD-DATE UPDATE DATE-CHARGEMENT LAADDATUM FECHA-CARGA PUBLICATION-TYPE TYPE-PUBLICATION PUBLICATIETYPE JOURNAL-CODE CODE-REVUE ZEITUNGS-CODE ' +
    'ZEITSCHRIFTEN-CODE PUB-SUBJECT DOCUMENT-TYPE TRANSCRIPT CORRECTION-DATE CODE-ÉDITEUR LOAD-DATE-TIME ACC-NO',
};

const fieldsByLabel = new Map<string, NexisField>(
  (Object.keys(labels) as NexisField[]).flatMap((field) =>
    labels[field].split(' ').map((label): [string, NexisField] => [label, field]),
  ),
);
/** In capitals, whatever it says. */
const anyLabel = /^\s*(\p{Lu}[\p{Lu}-]{2,30}(?: \p{Lu}{2,12})?):\s/u;
const maxUnknownLength = 80;
const maxDateLength = 60;
const labelled = /^\s*(\p{Lu}[\p{Lu}\p{Ll}-]{1,24}(?:[ -]\p{L}{3,12})?):(?=\s|$)/u;

export type Labelled = Readonly<{ field: NexisField; value: string }>;

/**
 * What a label in a language that is not known here stands for, by what it says: a number of words, languages, or a date alone,
 * which is that of the loading. `about` is any other, which is none but among labels. Null for a text without one, and for one that
 * says a sentence: "MUMBAI: The ferry …".
 */
export function unknownLabel(paragraph: string): Labelled | null {
  const [opening] = anyLabel.exec(paragraph) ?? [];
  if (opening === undefined) return null;
  const value = paragraph.slice(opening.length).trim();
  if (value.length > maxUnknownLength || /[.!?]$/.test(value)) return null;
  if (isWordCount(value)) return { field: 'length', value };
  if (value.length > 3 && value.split(';').every((name) => languageNamed(name) !== null))
    return { field: 'language', value };
  const isDate = value.length <= maxDateLength && findDates(value)[0]?.start === 0;
  return { field: isDate ? 'end' : 'about', value };
}

/** A paragraph that begins with a label of Nexis: in capitals, or as newer exports write them ("Load-Date:"). */
export function labelledBy(paragraph: string, isTitleCase: boolean): Labelled | null {
  const [opening, label] = labelled.exec(paragraph) ?? [];
  if (opening === undefined || label === undefined) return null;
  if (!isTitleCase && label !== label.toUpperCase()) return null;
  const field = fieldsByLabel.get(label.toUpperCase().replace(/ /g, '-'));
  return field === undefined ? null : { field, value: paragraph.slice(opening.length).trim() };
}
