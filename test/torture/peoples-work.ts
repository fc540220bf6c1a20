/** One thing that a person does to a library. Tags by name, notes by their text, which is never used twice. */
export type Act =
  | Readonly<{ act: 'tag'; ids: readonly number[]; add: readonly string[]; remove: readonly string[] }>
  | Readonly<{ act: 'rename'; from: string; to: string }>
  | Readonly<{ act: 'merge'; from: string; into: string }>
  | Readonly<{ act: 'delete'; name: string }>
  | Readonly<{ act: 'undo' }>
  | Readonly<{ act: 'redo' }>
  | Readonly<{ act: 'note'; article: number; text: string }>
  | Readonly<{ act: 'edit note'; from: string; to: string }>
  | Readonly<{ act: 'delete note'; text: string }>
  | Readonly<{ act: 'remove'; ids: readonly number[] }>;

type Tags = ReadonlyMap<string, ReadonlySet<number>>;

export type WorkState = Readonly<{
  tags: Tags;
  /** Article by the text of the note. */
  notes: ReadonlyMap<string, number>;
  removed: ReadonlySet<number>;
  done: readonly Turn[];
  undone: readonly Turn[];
}>;

/** What an act is turned to: the tags on its other side, or the note with its text on both. */
type Turn =
  Readonly<{ tags: Tags }> | Readonly<{ article: number; before: string | null; after: string | null }>;

export const noWork: WorkState = {
  tags: new Map(),
  notes: new Map(),
  removed: new Set(),
  done: [],
  undone: [],
};

/** What a library has to hold after an act. */
export function afterAct(state: WorkState, act: Act): WorkState {
  switch (act.act) {
    case 'tag':
      return changed(state, (tags) => {
        for (const name of act.add) tags.set(name, new Set([...(tags.get(name) ?? []), ...act.ids]));
        for (const name of act.remove) {
          const held = tags.get(name);
          if (held !== undefined) tags.set(name, new Set([...held].filter((id) => !act.ids.includes(id))));
        }
      });
    case 'rename':
      return changed(state, (tags) => {
        tags.set(act.to, tags.get(act.from) ?? new Set());
        tags.delete(act.from);
      });
    case 'merge':
      return changed(state, (tags) => {
        tags.set(act.into, new Set([...(tags.get(act.into) ?? []), ...(tags.get(act.from) ?? [])]));
        tags.delete(act.from);
      });
    case 'delete':
      return changed(state, (tags) => tags.delete(act.name));
    case 'undo': {
      const turn = state.done.at(-1);
      if (turn === undefined) return state;
      const turned = turnedTo(state, turn, 'before');
      return { ...turned.state, done: state.done.slice(0, -1), undone: [...state.undone, turned.back] };
    }
    case 'redo': {
      const turn = state.undone.at(-1);
      if (turn === undefined) return state;
      const turned = turnedTo(state, turn, 'after');
      return { ...turned.state, done: [...state.done, turned.back], undone: state.undone.slice(0, -1) };
    }
    case 'note':
      return noted(state, { article: act.article, before: null, after: act.text });
    case 'edit note':
      return noted(state, { article: state.notes.get(act.from) ?? 0, before: act.from, after: act.to });
    case 'delete note':
      return noted(state, { article: state.notes.get(act.text) ?? 0, before: act.text, after: null });
    case 'remove': {
      const removed = new Set([...state.removed, ...act.ids]);
      const notes = new Map([...state.notes].filter(([, article]) => !removed.has(article)));
      // Acts on notes of what is removed are forgotten with their words.
      const isKept = (turn: Turn): boolean => 'tags' in turn || !removed.has(turn.article);
      const [done, undone] = [state.done.filter(isKept), state.undone.filter(isKept)];
      return { ...state, removed, notes, tags: without(state.tags, removed), done, undone };
    }
  }
}

/** A form in which two states that hold the same are the same. */
export function workInWords(tags: Tags, notes: ReadonlyMap<string, number>): string {
  const tagLines = [...tags].map(([name, ids]) => `tag ${name}: ${[...ids].sort((a, b) => a - b).join(' ')}`);
  const noteLines = [...notes].map(([text, article]) => `note ${text} on ${article}`);
  return [...tagLines.sort(), ...noteLines.sort()].join('\n');
}

/** An act on tags that changes nothing leaves no trace in the history. */
function changed(state: WorkState, change: (tags: Map<string, ReadonlySet<number>>) => void): WorkState {
  const tags = new Map(state.tags);
  change(tags);
  const none = new Map<string, number>();
  if (workInWords(tags, none) === workInWords(state.tags, none)) return state;
  return { ...state, tags, done: [...state.done, { tags: state.tags }], undone: [] };
}

function noted(state: WorkState, turn: Exclude<Turn, { tags: Tags }>): WorkState {
  const { state: after } = turnedTo(state, turn, 'after');
  return { ...after, done: [...state.done, turn], undone: [] };
}

function turnedTo(
  state: WorkState,
  turn: Turn,
  to: 'before' | 'after',
): Readonly<{ state: WorkState; back: Turn }> {
  if ('tags' in turn)
    return { state: { ...state, tags: without(turn.tags, state.removed) }, back: { tags: state.tags } };
  const notes = new Map(state.notes);
  const other = turn[to === 'after' ? 'before' : 'after'];
  if (other !== null) notes.delete(other);
  const wanted = turn[to];
  if (wanted !== null) notes.set(wanted, turn.article);
  return { state: { ...state, notes }, back: turn };
}

function without(tags: Tags, removed: ReadonlySet<number>): Tags {
  return new Map([...tags].map(([name, ids]) => [name, new Set([...ids].filter((id) => !removed.has(id)))]));
}
