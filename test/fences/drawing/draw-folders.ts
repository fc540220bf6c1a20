import ELK, { type ElkEdgeSection, type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Arrow, FolderGraph, Program, Room } from './folder-graph.ts';

const letterWidth = 7.6;
const lineHeight = 17;
const padding = 12;
const headHeight = 40;
const maxLoose = 20;

const layout = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeEdge': '9',
  'elk.spacing.edgeNode': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '60',
  'elk.padding': '[top=20,left=20,bottom=20,right=20]',
};

const style = `
svg { color-scheme: light dark; --paper: #fdfcf9; --box: #fffefc; --ground: #f5f2ec; --ink: #1e1c19; --soft: #615b52; --rule: #cfc8bb;
  --arrow: #1b5a7a; --bad: #a32a1e; font: 13px system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; }
@media (prefers-color-scheme: dark) { svg { --paper: #181715; --box: #262421; --ground: #201f1c; --ink: #e6e1d8; --soft: #a8a197;
  --rule: #4a4640; --arrow: #85bfdf; --bad: #f0948a; } }
.paper { fill: var(--paper); } .program { fill: var(--ground); stroke: var(--rule); } .room { fill: var(--box); stroke: var(--rule); }
text { fill: var(--ink); } .name { font-weight: 600; } .count, .folder, .legend { fill: var(--soft); font-size: 12px; }
.title { font-size: 20px; font-weight: 600; } .crowded { fill: var(--bad); font-weight: 600; }
path { fill: none; stroke: var(--arrow); stroke-linejoin: round; } .implied { opacity: 0.3; } .forbidden { stroke: var(--bad); }
.head { fill: var(--arrow); stroke: none; } .forbidden-head { fill: var(--bad); stroke: none; }`;

/**
 * The folders and their imports as an SVG: a box a room, an arrow from a room to each that it imports. An arrow is as strong as
 * there are imports, faint where the order follows from others, and red where the fences forbid it.
 */
export async function drawFolders(graph: FolderGraph, title: string): Promise<string> {
  const root: ElkNode = {
    id: 'root',
    layoutOptions: layout,
    children: graph.programs.map((program) => boxOf(program)),
    edges: graph.arrows.map(({ from, to }) => ({ id: `${from} ${to}`, sources: [from], targets: [to] })),
  };
  const placed = await new ELK().layout(root);
  const places = absolutePlaces(placed);
  const rooms = new Map<string, Room>(
    graph.programs.flatMap((program) => [program, ...program.rooms]).map((room) => [room.path, room]),
  );
  const head = 64;
  const [width, height] = [Math.ceil(placed.width ?? 0), Math.ceil(placed.height ?? 0) + head];
  const boxes = [...rooms.values()].map((room) =>
    boxSvg(room, places.get(room.path), isProgram(graph, room)),
  );
  const lines = edgesOf(placed).map((edge) => arrowSvg(edge, graph.arrows, places));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
<desc>${escaped(listed(graph))}</desc>
<style>${style}</style>
<defs>${marker('head')}${marker('forbidden-head')}</defs>
<rect class="paper" width="${width}" height="${height}"/>
<text class="title" x="20" y="32">${escaped(title)}</text>
<text class="legend" x="20" y="52">An arrow leads from a folder to one that it imports: faint where others imply it, red where the fences forbid it.</text>
<g transform="translate(0 ${head})">
${[...boxes, ...lines].join('\n')}
</g>
</svg>
`;
}

/** The folders and arrows in words: what a drawing that is up to date has to say. */
export function listed({ programs, arrows }: FolderGraph): string {
  const folders = programs
    .flatMap((program) => [program, ...program.rooms])
    .map(({ path, folders: inner }) => `${path}: ${inner.join(' ')}`);
  return [...folders, ...arrows.map(({ from, to }) => `${from} > ${to}`)].join('; ');
}

function isProgram(graph: FolderGraph, room: Room): boolean {
  return graph.programs.some(({ path, rooms }) => path === room.path && rooms.length > 0);
}

function boxOf(program: Program): ElkNode {
  if (program.rooms.length === 0) return { id: program.path, ...sizeOf(program) };
  return {
    id: program.path,
    layoutOptions: { ...layout, 'elk.padding': `[top=${headHeight + 16},left=20,bottom=20,right=20]` },
    children: program.rooms.map((room) => ({ id: room.path, ...sizeOf(room) })),
  };
}

function sizeOf(room: Room): Readonly<{ width: number; height: number }> {
  const texts = [countOf(room), room.name, ...room.folders.map((name) => `  ${name}`)];
  const longest = Math.max(...texts.map((text) => text.length));
  return {
    width: Math.ceil(Math.max(96, longest * letterWidth + 2 * padding)),
    height: headHeight + room.folders.length * lineHeight + padding,
  };
}

function countOf({ files, loose, folders }: Room): string {
  const all = files === 1 ? '1 file' : `${files} files`;
  return folders.length === 0 ? all : `${all}, ${loose} loose`;
}

type Place = Readonly<{ x: number; y: number; width: number; height: number }>;

function absolutePlaces(root: ElkNode): Map<string, Place> {
  const places = new Map<string, Place>();
  const place = (node: ElkNode, x: number, y: number): void => {
    for (const child of node.children ?? []) {
      const at = { x: x + (child.x ?? 0), y: y + (child.y ?? 0) };
      places.set(child.id, { ...at, width: child.width ?? 0, height: child.height ?? 0 });
      place(child, at.x, at.y);
    }
  };
  place(root, 0, 0);
  return places;
}

function boxSvg(room: Room, place: Place | undefined, isOpen: boolean): string {
  if (place === undefined) return '';
  const { x, y, width, height } = place;
  const text = (className: string, down: number, words: string): string =>
    `<text class="${className}" x="${round(x + padding)}" y="${round(y + down)}">${escaped(words)}</text>`;
  const isCrowded = room.loose > maxLoose && !isOpen && /^(?:electron\/engine|renderer)\//u.test(room.path);
  return [
    `<rect class="${isOpen ? 'program' : 'room'}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>`,
    text('name', 19, room.name),
    text(isCrowded ? 'count crowded' : 'count', 35, countOf(room)),
    ...(isOpen
      ? []
      : room.folders.map((name, index) => text('folder', headHeight + 14 + index * lineHeight, name))),
  ].join('');
}

function edgesOf(node: ElkNode): ElkExtendedEdge[] {
  return [...(node.edges ?? []), ...(node.children ?? []).flatMap(edgesOf)];
}

function arrowSvg(
  edge: ElkExtendedEdge,
  arrows: readonly Arrow[],
  places: ReadonlyMap<string, Place>,
): string {
  const arrow = arrows.find(({ from, to }) => edge.id === `${from} ${to}`);
  const [section] = edge.sections ?? [];
  if (arrow === undefined || section === undefined) return '';
  const { container } = edge as ElkExtendedEdge & Readonly<{ container?: string }>;
  const origin = places.get(container ?? '') ?? { x: 0, y: 0 };
  const className = arrow.isAllowed ? (arrow.isImplied ? 'implied' : 'plain') : 'forbidden';
  const head = arrow.isAllowed ? 'head' : 'forbidden-head';
  const strength = round(0.9 + Math.log2(arrow.imports) / 4);
  return `<path class="${className}" stroke-width="${strength}" marker-end="url(#${head})" d="${roundedWay(section, origin)}"/>`;
}

/** The way of an arrow with its corners rounded. */
function roundedWay(section: ElkEdgeSection, origin: Readonly<{ x: number; y: number }>): string {
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
    x: x + origin.x,
    y: y + origin.y,
  }));
  const radius = 6;
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${round(point.x)} ${round(point.y)}`;
      if (after === undefined) return `L${round(point.x)} ${round(point.y)}`;
      const [enter, leave] = [towards(point, before, radius), towards(point, after, radius)];
      return `L${round(enter.x)} ${round(enter.y)}Q${round(point.x)} ${round(point.y)} ${round(leave.x)} ${round(leave.y)}`;
    })
    .join('');
}

type Point = Readonly<{ x: number; y: number }>;

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(by, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function marker(id: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="${id}" d="M0 0.8L8 4L0 7.2z"/></marker>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
