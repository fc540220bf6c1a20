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
  done: readonly Tags[];
  undone: readonly Tags[];
}>;

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
      const before = state.done.at(-1);
      if (before === undefined) return state;
      const undone = [...state.undone, state.tags];
      return { ...state, tags: without(before, state.removed), done: state.done.slice(0, -1), undone };
    }
    case 'redo': {
      const after = state.undone.at(-1);
      if (after === undefined) return state;
      const done = [...state.done, state.tags];
      return { ...state, tags: without(after, state.removed), done, undone: state.undone.slice(0, -1) };
    }
    case 'note':
      return { ...state, notes: new Map([...state.notes, [act.text, act.article]]) };
    case 'edit note': {
      const notes = new Map(state.notes);
      notes.set(act.to, notes.get(act.from) ?? 0);
      notes.delete(act.from);
      return { ...state, notes };
    }
    case 'delete note': {
      const notes = new Map(state.notes);
      notes.delete(act.text);
      return { ...state, notes };
    }
    case 'remove': {
      const removed = new Set([...state.removed, ...act.ids]);
      const notes = new Map([...state.notes].filter(([, article]) => !removed.has(article)));
      return { ...state, removed, notes, tags: without(state.tags, removed) };
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
  return { ...state, tags, done: [...state.done, state.tags], undone: [] };
}

function without(tags: Tags, removed: ReadonlySet<number>): Tags {
  return new Map([...tags].map(([name, ids]) => [name, new Set([...ids].filter((id) => !removed.has(id)))]));
}
