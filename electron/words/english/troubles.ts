/** What went wrong in the archive, and what was done about it without being asked. */
export const troubles = {
  'trouble.import-stopped': 'The import stopped: {why}',
  'trouble.not-tidied': 'The index could not be tidied: {why}',
  'trouble.disk-full-importing': 'The disk is full. What was imported until now is kept.',
  'trouble.until-then': '{why} Until then the library can be searched and read, and not changed.',
  'trouble.not-closed':
    "{path} was not closed: a part of it is still in {log}, and its folder can't be written to, which is needed to put the two together. Let the folder be written to, and open the library once.",
  'trouble.disk-full':
    'The disk that holds {path} is full. What was saved until now is kept. Make room on it and try again.',
  'trouble.read-only': "{path} can't be written to: the file, its folder or its disk is read-only.",
  'trouble.not-opened':
    "{path} can't be opened ({why}). Look whether it is there and whether you may read it, and try again.",
  'trouble.damaged': '{path} is damaged ({why}).',
  'trouble.newer':
    '{path} was written by a newer Microfiche (version {version} of its layout). Update Microfiche to open it.',
  'trouble.library-gone':
    '{path} is not there any more: the folder of the library was moved, deleted or replaced, or its disk was taken away. Nothing was written. Put the folder back, and open the library again.',
  'trouble.article-gone': 'This article is not there any more.',
  'trouble.highlight-gone': 'This highlight is not there any more.',
  'trouble.passage-gone': 'The article does not have this passage any more: it was read anew meanwhile.',
  'trouble.note-gone': 'This note is not there any more.',
  'trouble.saved-search-gone': 'This saved search is not there any more.',
  'trouble.source-gone': 'This source is not there any more.',
  'trouble.tag-gone': 'This tag is not there any more.',
  'trouble.tag-without-name': 'A tag needs a name.',
  'trouble.tag-name-long': "A tag's name has at most {max} characters.",
  'trouble.other-library':
    '{library} belongs to another library than {text} and {index}, and nothing was changed. To go on with the library of the texts: {cure} To go on with the other one, move {text} and {index} to another folder: its articles are read again from their files.',
  'trouble.other-file':
    '{path} belongs to another library than {library}. Open the library where it can be written to, and this is put right.',
  'done.texts-of-another':
    '{path} belonged to another library and was put aside as {aside}. The texts are read again from their files.',
  'done.index-of-another': '{path} belonged to another library and was put aside as {aside}.',
  'trouble.older':
    "{path} was written by an older Microfiche and has to be brought up to date, but it can't be written to. Let it be written to, or copy its folder to another place and open the copy.",
  'trouble.only-readable':
    "{path} can't be written to, so the library can be searched and read, and not changed. To change it, let it be written to, or copy its folder to another place and open the copy.",
  'trouble.library-not-opened': "{path} can't be opened ({why}). {cure}",
  'trouble.is-a-folder':
    'It is a folder and should be a file: move it away, and put the newest of the backups in its place.',
  'trouble.look-for-disk':
    'Look whether its disk is there and whether another program holds it, and try again.',
  'done.folder-aside': '{path} was a folder and was put aside as {aside}.',
  'done.index-folder-aside':
    '{path} was a folder and was put aside as {aside}; the search index is built anew.',
  'done.index-missing': 'The search index was missing and is built anew.',
  'done.index-newer': 'The search index was newer than the library and is built anew.',
  'done.index-damaged': 'The search index was damaged and is built anew.',
  'done.index-unusable': 'The search index could not be used ({why}) and is built anew.',
  'trouble.index-behind': 'The search index could not be brought up to date: {why}',
  'trouble.no-backup':
    "Today's backup of the library could not be made in {folder} ({why}). Earlier backups were kept.",
  'trouble.texts-damaged':
    '{path} is damaged ({why}). Check the library with repair (“microfiche check --repair”): what can be read of it is kept, and the other articles are read again from their files.',
  'trouble.library-damaged':
    '{path} is damaged ({why}), and was left as it is. Check the library with repair (“microfiche check --repair”): what can be read of sources, tags and notes is put into a new file, and the damaged one is kept. {cure}',
  'trouble.library-lost': '{path} is gone or empty, while the texts of its articles are there. {cure}',
  'cure.no-backup':
    'There is no backup in {backups} yet. If nothing else helps, keep the files of {dir}, move them to another folder, and import the articles again.',
  'cure.backup':
    'The newest backup is {newest}. Close Microfiche, move {library} and, if it is there, {library}-wal to another folder, copy the backup to {library}, and open the library again: tags and notes are as they were then, and articles that came later are read again from their files.',
  'trouble.folder-is-file': '{path} is a file. A library needs a folder of its own.',
  'trouble.folder-not-made': "The folder {path} can't be made in {parent}: {why}.",
  'trouble.folder-read-only': "The folder {path} can't be written to. Choose another place for the library.",
  'trouble.network-share':
    '{path} lies on a network share{kind}, where a library could be damaged. Keep the library on a disk of this computer; the articles themselves may stay on the share.',
  'trouble.not-absolute': '{path} is not an absolute path.',
  'trouble.nothing-there': 'There is nothing at {path}.',
  'trouble.in-no-source': '{path} is in no source of the library.',
  'trouble.in-a-source': '{path} lies in {source}, which is a source already.',
  'trouble.other-files': 'The files of {path} are not in {folder}.',
  'trouble.being-built': '{path} is just being built anew. Try again in a moment.',
  'trouble.index-unread': "The search index can't be read ({why}), and can't be built anew now: {refusal}",
  'trouble.index-busy': "index.sqlite can't be read just now ({why}). Try again.",
  'trouble.busy':
    'Another Microfiche is writing to the library {path}. Close it, or wait until it has finished.',
  'trouble.sources-unseen': "Sources can't be looked at: {why}",
  'trouble.no-article': 'article {id} is not in the library',
  'done.tightened':
    'Other people with an account on this machine could read {path}. Now only you can: its folder, its files and its backups.',
  'done.restored': 'The library was put back from a backup: its sources are read again.',
  'done.texts-lost': 'The texts of {count} articles were lost and are read from their sources again.',
  'done.texts-kept':
    '{path} was damaged and was put aside as {aside}. The texts of {saved} of {of} articles could be kept.',
  'done.texts-found': 'The texts of {count} articles were found in {path}, which was put aside.',
  'done.damaged-aside': '{path} was put aside since it was damaged. Delete it once you miss nothing.',
  'done.other-aside': '{path} was put aside since it belongs to another library.',
  'done.aside-deleted':
    '{path}, which was put aside, was deleted: an older one and {kept} newer ones are kept.',
  'done.tags-joined': 'The tags “{name}” and {names} differ in case alone, and are one tag now.',
  'done.remains-in-backups':
    'Paths, tags and notes of what was removed are still in earlier backups: {paths}',
  'done.remains-aside':
    'What was removed may still be read, texts too, in files that were put aside: {paths}. Delete them once you miss nothing.',
  'lost.source-path': 'The path of a source is lost; {path} is taken for it, where its files are.',
  'lost.tag-name': 'A tag lost its name, and is called “{name}” now.',
  'lost.tag': 'Of two tags “{name}” one is lost.',
  'lost.acts': "{count} acts on tags can't be taken back any more.",
  'engine.restarted': 'The archive engine was started again.',
  'trouble.given-up': 'the search was given up',
  'trouble.call-given-up': '{method}: given up',
  'trouble.no-method': 'there is no method {method}',
  'trouble.bad-request': '{at} must be {expected} (got {got})',
  'done.others-read-again': '{kept} The others are read again from their files.',
  'done.library-kept':
    '{path} was damaged and was put aside as {aside}. Kept were {articles} articles of {sources} sources, {tags} tags, {notes} notes, and {acts} acts that can be taken back.',
  'done.then': '{one} {other}',
  'lost.pages': 'What lay on damaged pages besides could not be read.',
  'lost.pages-compare':
    'What lay on damaged pages besides could not be read; {newest} is the newest backup to compare with.',
  'lost.files-of-articles':
    'Of {count} articles it is not known any more from which file they came; their files may be imported once more.',
  'trouble.index-part': 'index.sqlite: {what} of segment {segment}',
  'trouble.no-table': '{path} is no table of the library.',
} as const;
