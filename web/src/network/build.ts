// What the canvas draws: actors, and one line for all ties of one kind between two of them.
import { MultiUndirectedGraph } from "graphology";
import type { Attributes } from "graphology-types";

import { blocColour, signColour } from "../colours";
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
  type: "solid" | "dashed";
  /** The strongest of its ties, which a click picks. */
  claim: string;
  claims: string[];
  sign: Sign;
}

export type Drawn = MultiUndirectedGraph<NodeData, LineData>;

const LEAST_DOT = 4;
const GREATEST_DOT = 18;
const LEAST_LINE = 1.5;
const GREATEST_LINE = 7;

/** The graph that is drawn of those ties that fit. */
export function build(network: Network, fits: (edge: Edge) => boolean): Drawn {
  const drawn: Drawn = new MultiUndirectedGraph<NodeData, LineData>();
  const greatest = Math.max(...network.nodes.map((node) => node.rank), Number.MIN_VALUE);
  for (const { id, label, x, y, rank, bloc } of network.nodes) {
    const size = LEAST_DOT + (GREATEST_DOT - LEAST_DOT) * Math.sqrt(rank / greatest);
    drawn.addNode(id, { x, y, size, color: blocColour(bloc), label });
  }
  for (const [key, edges] of bundles(network.edges.filter(fits))) {
    const [strongest] = edges;
    if (!strongest || !drawn.hasNode(strongest.source) || !drawn.hasNode(strongest.target)) continue;
    const weight = edges.reduce((sum, edge) => sum + edge.weight, 0);
    drawn.addEdgeWithKey(key, strongest.source, strongest.target, {
      size: Math.min(GREATEST_LINE, LEAST_LINE + Math.log1p(weight)),
      color: signColour(strongest.sign),
      type: strongest.sign < 0 ? "dashed" : "solid",
      claim: strongest.claim,
      claims: edges.map((edge) => edge.claim),
      sign: strongest.sign,
    });
  }
  return drawn;
}

/** Ties by pair and sign, the strongest first in each. */
export function bundles(edges: Edge[]): Map<string, Edge[]> {
  const bundles = new Map<string, Edge[]>();
  for (const edge of edges) {
    const pair = [edge.source, edge.target].sort().join(" ");
    const key = `${edge.sign} ${pair}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(edge);
    else bundles.set(key, [edge]);
  }
  for (const bundle of bundles.values()) bundle.sort((a, b) => b.weight * b.origins - a.weight * a.origins);
  return bundles;
}

/** Whether a tie was reported in a span of months; one without any month only where the undated count. */
export function inSpan(edge: Edge, from: string | null, to: string | null, undated: boolean): boolean {
  if (!from && !to) return true;
  const months = Object.keys(edge.months);
  if (months.length === 0) return undated;
  return months.some((month) => (!from || month >= from.slice(0, month.length)) && (!to || month <= to));
}
