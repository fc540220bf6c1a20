import { indexFields } from '../../index/schema/fields.ts';
import { filterNames } from './filter-names.ts';
import { zoneNames } from './zones.ts';

/** The field whose words are those of people's notes. */
export const noteField = 'note';

/** Names that are read as a field when a colon and text follow, with the field that they stand for. */
export const fieldNames: ReadonlyMap<string, string> = new Map<string, string>([
  ...indexFields.flatMap(({ name, aliases = [] }) =>
    [name, ...aliases].map((alias) => [alias, name] as const),
  ),
  ...zoneNames.map((name) => [name, name] as const),
  [noteField, noteField],
  ['notes', noteField],
  ...filterNames,
]);
