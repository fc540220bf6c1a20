import { tagColours } from '../archive-api.ts';
import { listOf, oneOf, orNull, record, requestsOf, text } from '../parse.ts';
import { anArticle, aNote, aTag } from './ids.ts';
import { aSelection } from './search.ts';
import { tagName } from './tag-name.ts';

const nothing = record({});
const colour = oneOf(tagColours);
const tagNames = listOf(tagName, 1_000);
const noteText = text(1, 1_000_000);

export const tagRequests = requestsOf({
  listTags: nothing,
  createTag: record({ name: tagName, colour: orNull(colour) }),
  renameTag: record({ tag: aTag, name: tagName }),
  recolourTag: record({ tag: aTag, colour }),
  mergeTags: record({ tags: listOf(aTag, 10_000), into: aTag }),
  deleteTag: record({ tag: aTag }),
  setTags: record({ selection: aSelection, add: tagNames, remove: tagNames }),
  tagsOf: record({ selection: aSelection }),
  undoState: nothing,
  undo: nothing,
  redo: nothing,
});

export const noteRequests = requestsOf({
  addNote: record({ article: anArticle, text: noteText }),
  editNote: record({ note: aNote, text: noteText }),
  deleteNote: record({ note: aNote }),
});
