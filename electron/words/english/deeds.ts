/** What acts did, for the lines that offer to undo or redo them. They are kept in libraries. */
export const deeds = {
  'deed.create': 'Create “{name}”',
  'deed.rename': 'Rename “{from}” to “{to}”',
  'deed.colour': 'Colour “{name}”',
  'deed.merge': 'Merge {names} into “{into}”',
  'deed.delete': 'Delete “{name}”',
  'deed.add': 'Add {names}',
  'deed.remove': 'Remove {names}',
  'deed.add-and-remove': 'Add {added}, remove {removed}',
  'deed.and-more': '{names} and {count, number} more',
  'deed.correct': 'Correct {fields}',
  'deed.field': '{field} “{value}”',
  'deed.emptied': '{field} none',
  'deed.blocks': 'Correct body and furniture',
  'deed.uncorrect': 'Undo corrections',
} as const;
