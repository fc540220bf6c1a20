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
  headline: 'HEADLINE TITRE KOP TITLE TITEL TITULAR TITOLO',
  byline: 'BYLINE AUTOR AUTEUR AUTEURS SIGNATURE AUTHOR AUTHORS NAME AUTORE DOOR',
  section: 'SECTION RUBRIK RUBRIQUE SECTIE RUBRIEK SECCIÓN SEZIONE RESSORT',
  length: 'LENGTH LÄNGE LAENGE LONGUEUR LENGTE LONGITUD EXTENSIÓN LUNGHEZZA',
  place: 'DATELINE ORTSZEILE DAGTEKENING LIEU',
  standfirst: 'HIGHLIGHT CHAPEAU SAMENVATTING INLEIDING',
  graphic: 'GRAPHIC GRAFIK ILLUSTRATION GRAFIEK AFBEELDING GRAPHIQUE GRÁFICO',
  language: 'LANGUAGE SPRACHE LANGUE TAAL IDIOMA LINGUA',
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
const labelled = /^\s*(\p{Lu}[\p{Lu}\p{Ll}-]{1,24}(?:[ -]\p{L}{3,12})?):(?=\s|$)/u;

export type Labelled = Readonly<{ field: NexisField; value: string }>;

/** A paragraph that begins with a label of Nexis: in capitals, or as newer exports write them ("Load-Date:"). */
export function labelledBy(paragraph: string, isTitleCase: boolean): Labelled | null {
  const [opening, label] = labelled.exec(paragraph) ?? [];
  if (opening === undefined || label === undefined) return null;
  if (!isTitleCase && label !== label.toUpperCase()) return null;
  const field = fieldsByLabel.get(label.toUpperCase().replace(/ /g, '-'));
  return field === undefined ? null : { field, value: paragraph.slice(opening.length).trim() };
}
