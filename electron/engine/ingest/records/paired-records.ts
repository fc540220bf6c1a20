/** A record that was in a file at one of two readings alone, with the nearest records around it that were there at both. */
export type LoneRecord = Readonly<{ id: number; before: number; after: number }>;

export type Pair = Readonly<{ old: number; young: number }>;

/** With the same neighbours on both sides, or on one. */
const enough = { both: 0.35, one: 0.6 };
/** So many records between the same neighbours are compared each with each; more are rows that were exchanged. */
const maxCompared = 64;

/**
 * Which record of a new reading is an edited one of the old: one that stands between the same neighbours and is alike. Each is
 * in one pair at most; the likest come first.
 */
export function pairRecords(
  old: readonly LoneRecord[],
  young: readonly LoneRecord[],
  likenessOf: (old: number, young: number) => number,
): Pair[] {
  const candidates: (Pair & Readonly<{ likeness: number }>)[] = [];
  const byBefore = groups(young, ({ before }) => before);
  const byAfter = groups(young, ({ after }) => after);
  for (const one of old) {
    const near = new Set([...(byBefore.get(one.before) ?? []), ...(byAfter.get(one.after) ?? [])]);
    if (near.size > maxCompared) continue;
    for (const other of near) {
      const isBetween = one.before === other.before && one.after === other.after;
      const likeness = likenessOf(one.id, other.id);
      if (likeness >= (isBetween ? enough.both : enough.one))
        candidates.push({ old: one.id, young: other.id, likeness });
    }
  }
  candidates.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<number>();
  const pairs: Pair[] = [];
  for (const { old: from, young: to } of candidates) {
    if (taken.has(from) || taken.has(to)) continue;
    taken.add(from).add(to);
    pairs.push({ old: from, young: to });
  }
  return pairs;
}

function groups(
  records: readonly LoneRecord[],
  keyOf: (record: LoneRecord) => number,
): Map<number, LoneRecord[]> {
  const found = new Map<number, LoneRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = found.get(key);
    if (group === undefined) found.set(key, [record]);
    else group.push(record);
  }
  return found;
}

/**
 * The records of an order that `isShared` does not name, each with its neighbours that it does; 0 stands for the edge of the file.
 */
export function loneRecords(order: readonly number[], isShared: (id: number) => boolean): LoneRecord[] {
  const lone: LoneRecord[] = [];
  let before = 0;
  let open: number[] = [];
  const close = (after: number): void => {
    for (const id of open) lone.push({ id, before, after });
    open = [];
  };
  for (const id of order) {
    if (!isShared(id)) {
      open.push(id);
      continue;
    }
    close(id);
    before = id;
  }
  close(0);
  return lone;
}
