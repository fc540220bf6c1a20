/** What a check of a library finds, and how a part of it is damaged. */
export const damage = {
  'damage.in-file': '{file}: {why}',
  'damage.checksum': '{what} is damaged (its checksum differs)',
  'damage.damaged': '{what} is damaged',
  'damage.gone': '{what} is not there',
  'damage.lost-rows': 'library.sqlite: {count} rows refer to something that is not there',
  'damage.pages-of-sources':
    'library.sqlite: {count} pages of articles by source differ from the rows they are made of',
  'damage.pages-of-tags':
    'library.sqlite: {count} pages of articles by tag differ from the rows they are made of',
  'damage.miscounted': 'library.sqlite: {real} articles are counted as {kept}',
  'damage.note':
    'library.sqlite: a note on article {article} is not as it was written (its checksum differs): “{text}”',
  'damage.highlight':
    'library.sqlite: a highlight in article {article} is not as it was made (its checksum differs): “{text}”',
  'damage.state':
    'library.sqlite: whether article {article} was read is not as it was noted (its checksum differs)',
  'damage.tag': 'library.sqlite: the tag “{name}” is not as it was written (its checksum differs)',
  'damage.correction':
    'library.sqlite: the correction of {field} of article {article} is not as it was written (its checksum differs)',
  'damage.search':
    'library.sqlite: the saved search “{name}” is not as it was written (its checksum differs)',
  'damage.act': 'library.sqlite: how to take back “{act}” is not as it was written (its checksum differs)',
  'damage.see-above': 'see above',
  'damage.text-of': 'the text of article {id}',
  'damage.block': 'block {id}',
  'damage.words': 'list of words {id}',
  'damage.words-copy': 'a copy of list of words {id}',
  'damage.no-texts': 'text.sqlite: {count} articles have no readable text',
  'damage.stray-texts': 'text.sqlite: {count} texts belong to no article',
  'damage.not-found': "index.sqlite: {count} articles can't be found by searching",
  'damage.strays-indexed': 'index.sqlite: {count} articles are indexed that are not in the library',
  'damage.twice': 'index.sqlite: article {id} is there twice',
  'damage.segment': 'index.sqlite: segment {segment}: {why}',
  'damage.part': '{table} {part}',
  'damage.part-missing': '{part} is missing',
  'damage.parts-missing': '{table} are missing',
  'damage.part-short': '{part} is too short',
  'damage.parts-cut': '{part} are cut off',
  'damage.row': 'the row is damaged',
  'damage.column-length': 'column {name} has a wrong length',
  'damage.blocks-missing': 'blocks of terms are missing',
  'damage.no-document': 'postings name a document that is not there',
  'damage.terms-missing': 'terms are missing',
  'damage.short-list': 'a short list is not what the dictionary says',
  'damage.version': 'it has version {found}, not {expected}',
  'damage.analyser': 'its words were read by another version of the analyser',
  'damage.more': 'and {count} more problems',
} as const;
