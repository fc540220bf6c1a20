import { formatList } from './export-options.ts';

export const usage = `Usage: microfiche [--library DIR] COMMAND [--json]

  import PATH…             read folders and files into the library
  search QUERY             --limit n, --offset n, --sort relevance|newest|oldest|longest|outlet|added|queue, --grammar news|lunr
  search QUERY --facets    with what the articles of the answer have in common
  search --queries FILE    one query a line, as id TAB query; one JSON object a line
  concordance QUERY        every hit with the words around it; --left n, --right n (5 to 20), --sort answer|L1|L2|L3|R1|R2|R3|
                           newest|oldest|outlet, --limit n, --offset n, --format text|csv
  collocates QUERY         words that stand near the hits more often than elsewhere; --left n, --right n (0 to 20), --at-least n,
                           --sort log-likelihood|mutual-information|together|word, --limit n, --offset n, --format text|csv
  suggest PREFIX           what may be meant by the end of a query: words, fields, tags and names, with how many articles
  trends QUERY…            each query counted over time; --by day|month|year
  searches                 saved searches, what each finds and what of it is new; "searches new" those with something new
  searches run NAME        what a saved search finds; --limit n, --offset n
  batch FILE               one query a line, each with its count
  show ID                  the whole record of one article
  tag QUERY                --add TAG, --remove TAG (each as often as needed), for every article found;
                           * or --everything for all there are
  mark QUERY               --add STATE, --remove STATE (read, excluded, queued), for every article found
  correct QUERY            --headline, --byline, --place, --agency, --outlet, --section, --published, --language ("" for none):
                           what every article found has there; --as-read gives back what was read
  corrections              what was corrected; --undo takes back the newest act
  encoding PATH NAME       read a file, or all in a folder, in an encoding; "guess" leaves it to the bytes again
  encodings                what was chosen so far
  furniture SOURCE         lines that recur in the texts of a source; --hide has all of them, or each --line TEXT, read as
                           furniture of its pages, and --show as text again
  sources                  what was read of each, or of one SOURCE: formats, encodings, labels, and what could not be read, by reason
  columns FILE             how the columns of a table are read, with three rows; --as NAME=ROLE (as often as needed) has them read so in
                           all tables of the source with these columns, --guess as they look again
  labels SOURCE            labels of mail and tags of notes; --tag makes all of them, or each --label TEXT, tags
  notes [QUERY]            notes and highlights, of all articles or those found; --format text|csv|markdown|annotations
  tags                     all tags with their counts, --format csv as a table; --from FILE makes those of a table or of JSON
  stats                    articles, words, languages, index fields, sizes
  check                    --repair
  pack FILE                all of the library as one file, which opens elsewhere; --with-sources with the files that were read,
                           --only-work with tags, notes, highlights and saved searches alone
  unpack FILE              make a library of such a file in --library DIR, which is not there yet
  merge FILE               take the work in such a file over, onto articles of the same content; --dry-run says what that would
                           bring, --undo takes the newest act back
  optimize                 make the index as small and as quick as it can be
  help query               how a query is written, on one page
  export QUERY             --format ${formatList}, --fields NAME,NAME…, --out FILE, --each for a
                           file an article in a folder --out, --originals to copy the files along; * or --everything for all

A query has words, "phrases", AND OR NOT and brackets, a w/5 b, fields such as headline:oil, filters such as date:2021-06, and
more: microfiche help query.

Without --library the folder in MICROFICHE_LIBRARY is used, or the one that the app uses.
Exit status: 0 done, 1 the request failed or check found problems, 2 wrong usage. A reader that closes the output
early, such as head, is no failure.`;
