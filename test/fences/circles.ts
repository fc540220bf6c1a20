/** Groups of names that reach one another: each is a circle. Tarjan 1972, "Depth-first search and linear graph algorithms". */
export function circlesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  function visit(name: string): number {
    const number = order.size;
    order.set(name, number);
    let lowest = number;
    open.push(name);
    for (const other of graph.get(name) ?? []) {
      if (!order.has(other)) lowest = Math.min(lowest, visit(other));
      else if (open.includes(other)) lowest = Math.min(lowest, order.get(other) ?? lowest);
    }
    low.set(name, lowest);
    if (lowest === number) {
      const circle = open.splice(open.indexOf(name));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return lowest;
  }

  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return circles;
}

/** Who imports whom, of pairs of names; what imports itself is left out. */
export function graphOf(pairs: Iterable<readonly [string, string]>): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    if (from === to) continue;
    const others = graph.get(from) ?? new Set();
    graph.set(from, others.add(to));
    if (!graph.has(to)) graph.set(to, new Set());
  }
  return graph;
}
