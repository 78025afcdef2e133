// What the canvas draws: actors, and one line for all ties of one sign between two of them.
import { MultiUndirectedGraph } from "graphology";
import type { Attributes } from "graphology-types";

import { blocColour, mixed, signColour, type Look } from "../colours";
import type { Edge, Network, Sign, Status } from "../types";

export interface NodeData extends Attributes {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
}

export interface LineData extends Attributes {
  size: number;
  color: string;
  type: "line";
  isDashed: boolean;
  /** Whether texts assert it; else it is drawn as something other than a fact. */
  isFirm: boolean;
  /** Beside the straight way between the two, so that lines of other signs do not lie on it. As wide as `size` is. */
  shift: number;
  /** Whether a tie leads to the first of the two, and to the second. */
  heads: [boolean, boolean];
  /** The ties, the strongest first. */
  claims: string[];
  said: Said[];
  sign: Sign;
}

/** What the texts say of two: a relation, and how sure they make it. */
export interface Said {
  relation: string;
  status: Status;
  contested: boolean;
}

export type Drawn = MultiUndirectedGraph<NodeData, LineData>;

/** Ties of one sign between two actors, either those that are asserted or the others. */
export interface Bundle {
  /** The two, in the order of their ids. */
  ends: [string, string];
  sign: Sign;
  isFirm: boolean;
  /** The strongest first. */
  edges: Edge[];
}

const LEAST_DOT = 4;
const GREATEST_DOT = 18;
const LEAST_LINE = 1.5;
const GREATEST_LINE = 7;
/** What is not firm is so much thinner, and has so much of its colour. */
const THINNER = 0.6;
const PALER = 0.6;
/** More lines than these are drawn thinner, so that they do not cover each other. */
const MANY_LINES = 1500;
/** Between lines that lie side by side. */
const GAP = 1.5;

/** The graph that is drawn of a network, its dots and lines smaller by a factor where there is little room. */
export function build(network: Network, look: Look, factor = 1): Drawn {
  const drawn: Drawn = new MultiUndirectedGraph<NodeData, LineData>();
  const greatest = network.nodes.reduce((most, node) => Math.max(most, node.rank), Number.MIN_VALUE);
  for (const { id, label, x, y, rank, bloc } of network.nodes) {
    const size = (LEAST_DOT + (GREATEST_DOT - LEAST_DOT) * Math.sqrt(rank / greatest)) * factor;
    drawn.addNode(id, { x, y, size, color: blocColour(bloc, look.isDark), label });
  }
  const thin = factor * Math.min(1, Math.max(0.35, Math.sqrt(MANY_LINES / network.edges.length)));
  const lines = pairs(network.edges).flatMap((pair) => {
    const [from, to] = pair[0]?.ends ?? ["", ""];
    if (!drawn.hasNode(from) || !drawn.hasNode(to) || from === to) return [];
    const lines = pair.map((bundle) => line(bundle, look, thin));
    spread(lines);
    return lines.map((data) => ({ from, to, data }));
  });
  // What is firm is drawn last, over the others, and of it the strongest.
  lines.sort(({ data: a }, { data: b }) => Number(a.isFirm) - Number(b.isFirm) || a.size - b.size);
  for (const { from, to, data } of lines) drawn.addEdgeWithKey(`${data.sign} ${data.isFirm} ${from} ${to}`, from, to, data);
  return drawn;
}

function line({ ends: [first], sign, isFirm, edges }: Bundle, look: Look, thin: number): LineData {
  const weight = edges.reduce((sum, edge) => sum + edge.weight, 0);
  const leadsTo = (end: boolean) => edges.some((edge) => !edge.symmetric && (edge.target === first) === end);
  return {
    size: Math.min(GREATEST_LINE, LEAST_LINE + Math.log1p(weight)) * thin * (isFirm ? 1 : THINNER),
    color: isFirm ? signColour(sign, look) : mixed(signColour(sign, look), look.paper, PALER),
    type: "line",
    isDashed: sign < 0,
    isFirm,
    shift: 0,
    heads: [leadsTo(true), leadsTo(false)],
    claims: edges.map((edge) => edge.claim),
    said: said(edges),
    sign,
  };
}

/** What is said, each once. */
function said(edges: Edge[]): Said[] {
  const each = edges.map(({ relation, status, contested }) => [`${relation} ${status} ${contested}`, { relation, status, contested }] as const);
  return [...new Map(each).values()];
}

/** Lays lines between the same two side by side. */
function spread(lines: LineData[]) {
  const breadth = lines.reduce((sum, { size }) => sum + size, GAP * (lines.length - 1));
  let at = -breadth / 2;
  for (const data of lines) {
    data.shift = at + data.size / 2;
    at += data.size + GAP;
  }
}

/** Only what texts assert and none gainsays may look like a fact. */
function isFirm(edge: Edge): boolean {
  return edge.plain && !edge.contested;
}

/** Bundles between the same two, in the order in which they are first named; in each, hostile before friendly. */
export function pairs(edges: Edge[]): Bundle[][] {
  const pairs = new Map<string, Map<string, Bundle>>();
  for (const edge of edges) {
    const ends: [string, string] =
      edge.source < edge.target ? [edge.source, edge.target] : [edge.target, edge.source];
    const key = ends.join(" ");
    const bundles = pairs.get(key) ?? new Map<string, Bundle>();
    const kind = `${edge.sign} ${isFirm(edge)}`;
    const bundle = bundles.get(kind) ?? { ends, sign: edge.sign, isFirm: isFirm(edge), edges: [] };
    bundle.edges.push(edge);
    pairs.set(key, bundles.set(kind, bundle));
  }
  const strength = (edge: Edge) => edge.weight * edge.origins;
  return [...pairs.values()].map((bundles) => {
    for (const { edges } of bundles.values()) edges.sort((a, b) => strength(b) - strength(a));
    return [...bundles.values()].sort((a, b) => a.sign - b.sign);
  });
}

/** Whether a tie was reported in a span of months; one without any month only where the undated count. */
export function inSpan(edge: Edge, from: string | null, to: string | null, undated: boolean): boolean {
  if (!from && !to) return true;
  const months = Object.keys(edge.months);
  if (months.length === 0) return undated;
  return months.some((month) => (!from || month >= from.slice(0, month.length)) && (!to || month <= to));
}
