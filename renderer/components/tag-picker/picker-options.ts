import type { Tag, TagColour } from '../../../electron/contract/archive-api.ts';
import { foldName, isSameName, tidyTagName } from './tidy-tag-name.ts';

/** How much of a selection carries a tag. */
export type Share = 'all' | 'some' | 'none';
export type TagChange = 'add' | 'remove';
export type Changes = Readonly<Partial<Record<string, TagChange>>>;

/** What `tagsOf` answered. */
export type Carried = Readonly<{
  articles: number;
  tags: readonly Readonly<{ name: string; articles: number }>[];
}>;

export type PickerOption = Readonly<{
  name: string;
  colour: TagColour;
  /** Of the whole library; null for a tag that would be made. */
  articles: number | null;
  /** Before the changes that are not applied yet. */
  before: Share;
  share: Share;
}>;

/** More than anybody looks through; who wants another types some of its name. */
const maxOptions = 200;

/** What the picker lists: tags of the selection first, then by name; last, the tag that the text would make. */
export function pickerOptions(
  request: Readonly<{ tags: readonly Tag[]; carried: Carried; changes: Changes; text: string }>,
): readonly PickerOption[] {
  const { tags, carried, changes, text } = request;
  const wanted = tidyTagName(text);
  const known = tags.map((tag) => optionOf(tag.name, tag.colour, tag.articles, carried, changes));
  const made = Object.keys(changes)
    .filter((name) => !tags.some((tag) => tag.name === name))
    .map((name) => optionOf(name, 'slate', null, carried, changes));
  const listed = [...made, ...known]
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank || one.option.name.localeCompare(other.option.name))
    .map(({ option }) => option)
    .slice(0, maxOptions);
  const isKnown = wanted === '' || listed.some(({ name }) => isSameName(name, wanted));
  return isKnown ? listed : [...listed, optionOf(wanted, 'slate', null, carried, changes)];
}

/** What a toggle turns a change into: a mixed tag goes to all, to none, and back to how it was. */
export function nextChange(before: Share, change: TagChange | undefined): TagChange | undefined {
  switch (before) {
    case 'all':
      return change === 'remove' ? undefined : 'remove';
    case 'none':
      return change === 'add' ? undefined : 'add';
    case 'some':
      if (change === undefined) return 'add';
      return change === 'add' ? 'remove' : undefined;
  }
}

function optionOf(
  name: string,
  colour: TagColour,
  articles: number | null,
  carried: Carried,
  changes: Changes,
): PickerOption {
  const before = shareOf(name, carried);
  const change = changes[name];
  const share = change === undefined ? before : change === 'add' ? 'all' : 'none';
  return { name, colour, articles, before, share };
}

function shareOf(name: string, { articles, tags }: Carried): Share {
  const count = tags.find((tag) => tag.name === name)?.articles ?? 0;
  if (count === 0) return 'none';
  return count === articles ? 'all' : 'some';
}

/** By the order of attention without text; by how well the name fits with it. */
function rankOf({ name, articles, before }: PickerOption, wanted: string): number {
  // By what was before, not by what was toggled: options must not jump away from under the keyboard.
  if (wanted === '') return before === 'none' && articles !== null ? 1 : 0;
  const [has, text] = [foldName(name), foldName(wanted)];
  if (has === text) return 0;
  if (has.startsWith(text)) return 1;
  if (has.split('/').some((level) => level.startsWith(text))) return 2;
  return has.includes(text) ? 3 : Infinity;
}
