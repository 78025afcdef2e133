// What the canvas draws: actors, and one line for all ties of one sign between two of them.
import { MultiUndirectedGraph } from "graphology";
import type { Attributes } from "graphology-types";

import { blocColour, signColour, type Look } from "../colours";
import type { Edge, Network, Sign } from "../types";

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
  /** Beside the straight way between the two, so that lines of other signs do not lie on it. As wide as `size` is. */
  shift: number;
  /** Whether a tie leads to the first of the two, and to the second. */
  heads: [boolean, boolean];
  /** The ties, the strongest first. */
  claims: string[];
  relations: string[];
  sign: Sign;
}

export type Drawn = MultiUndirectedGraph<NodeData, LineData>;

/** Ties of one sign between two actors. */
export interface Bundle {
  /** The two, in the order of their ids. */
  ends: [string, string];
  sign: Sign;
  /** The strongest first. */
  edges: Edge[];
}

const LEAST_DOT = 4;
const GREATEST_DOT = 18;
const LEAST_LINE = 1.5;
const GREATEST_LINE = 7;
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
  // The strongest are drawn last, over the others.
  lines.sort((a, b) => a.data.size - b.data.size);
  for (const { from, to, data } of lines) drawn.addEdgeWithKey(`${data.sign} ${from} ${to}`, from, to, data);
  return drawn;
}

function line({ ends: [first], sign, edges }: Bundle, look: Look, thin: number): LineData {
  const weight = edges.reduce((sum, edge) => sum + edge.weight, 0);
  const leadsTo = (end: boolean) => edges.some((edge) => !edge.symmetric && (edge.target === first) === end);
  return {
    size: Math.min(GREATEST_LINE, LEAST_LINE + Math.log1p(weight)) * thin,
    color: signColour(sign, look),
    type: "line",
    isDashed: sign < 0,
    shift: 0,
    heads: [leadsTo(true), leadsTo(false)],
    claims: edges.map((edge) => edge.claim),
    relations: [...new Set(edges.map((edge) => edge.relation))],
    sign,
  };
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

/** Bundles between the same two, in the order in which they are first named; in each, hostile before friendly. */
export function pairs(edges: Edge[]): Bundle[][] {
  const pairs = new Map<string, Map<Sign, Bundle>>();
  for (const edge of edges) {
    const ends: [string, string] =
      edge.source < edge.target ? [edge.source, edge.target] : [edge.target, edge.source];
    const key = ends.join(" ");
    const bundles = pairs.get(key) ?? new Map<Sign, Bundle>();
    const bundle = bundles.get(edge.sign) ?? { ends, sign: edge.sign, edges: [] };
    bundle.edges.push(edge);
    pairs.set(key, bundles.set(edge.sign, bundle));
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
