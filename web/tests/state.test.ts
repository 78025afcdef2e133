import { describe, expect, it } from "vitest";

import { search } from "../src/api";
import type { Look } from "../src/colours";
import { build, inSpan, pairs } from "../src/network/build";
import { all } from "../src/span";
import { DEFAULTS, decode, encode, networkOf, type State } from "../src/state";
import type { Edge, Network } from "../src/types";

const edge = (source: string, target: string, patch: Partial<Edge> = {}): Edge => ({
  claim: `${source}-${target}`, source, target, relation: "supports", sign: 1, symmetric: false, status: "asserted", plain: true,
  contested: false, confidence: 0.9, origins: 1, weight: 2, first_reported: null, last_reported: null, since: null, until: null,
  months: {}, statuses: { asserted: 1 }, edited: false, ...patch,
});

describe("the address", () => {
  it("says nothing of what is the default", () => {
    expect(encode({ ...DEFAULTS })).toBe("");
    expect(decode("")).toEqual(DEFAULTS);
  });

  it("gives back all that is shown", () => {
    const state: State = {
      tab: "matrix", level: "actor", from: "2025-01", to: "2025-03", undated: true, relations: ["supports", "attacks"],
      statuses: ["alleged", "denied"], minConfidence: 0.35, minOrigins: 3, around: "borduria/army", hops: 2, actors: 400, strongest: 40,
      selection: { kind: "edge", id: "00ff" }, view: { x: 0.25, y: -0.5, ratio: 0.1 }, query: "SELECT * { ?a ?b 'x & y' }",
    };
    expect(decode(encode(state))).toEqual(state);
    const actor: State = { ...DEFAULTS, selection: { kind: "actor", id: "a/b?c=d&e" } };
    expect(decode(encode(actor))).toEqual(actor);
  });

  it("makes the best of what nobody wrote on purpose", () => {
    expect(decode("?tab=nothing&level=x&confidence=NaN&origins=-4&actors=1e9&strongest=41&status=true,alleged&from=yesterday&view=0.5,NaN,1")).toEqual({
      ...DEFAULTS, actors: 2000, statuses: ["alleged"],
    });
  });

  it("asks the server for what it says", () => {
    const asked = networkOf({ ...DEFAULTS, around: "syldavia", relations: ["meets"], minOrigins: 2 });
    expect(search(asked)).toBe("level=state&relation=meets&min_origins=2&around=syldavia&hops=1&actors=200&ties=10000");
  });
});

const LOOK: Look = { isDark: false, paper: "#fff", ink: "#000", accent: "#00f", signs: ["#f00", "#888", "#0f0"], faded: "#eee" };
const node = (id: string, rank: number) =>
  ({ id, label: id, kind: "state", country: null, bloc: null, rank, ties: 1, x: 0, y: 0 });
const network = (edges: Edge[]): Network =>
  ({ nodes: [node("a", 0.5), node("b", 0.25)], edges, of: { actors: 2, edges: edges.length }, cut: false });

describe("the drawing", () => {
  it("bundles ties of one sign between two actors, either way round", () => {
    const edges = [edge("a", "b"), edge("b", "a", { weight: 9 }), edge("a", "b", { claim: "c", sign: -1 }), edge("c", "a")];
    const found = pairs(edges).map((pair) => pair.map(({ ends, edges }) => [ends.join(""), ...edges.map((it) => it.claim)]));
    expect(found).toEqual([[["ab", "c"], ["ab", "b-a", "a-b"]], [["ac", "c-a"]]]);
  });

  it("draws hostile lines dashed and passes over ties whose ends are not there", () => {
    const drawn = build(network([edge("a", "b", { sign: -1 }), edge("a", "gone"), edge("a", "a")]), LOOK);
    expect(drawn.mapEdges((_, data) => [data.isDashed, data.color, data.claims])).toEqual([[true, "#f00", ["a-b"]]]);
    expect(drawn.getNodeAttribute("a", "size")).toBeGreaterThan(drawn.getNodeAttribute("b", "size"));
  });

  it("gives a line a head where a tie leads to somebody, and none for a tie that reads the same both ways", () => {
    const heads = (...edges: Edge[]) => build(network(edges), LOOK).mapEdges((_, data) => data.heads);
    expect(heads(edge("a", "b"))).toEqual([[false, true]]);
    expect(heads(edge("b", "a"))).toEqual([[true, false]]);
    expect(heads(edge("a", "b"), edge("b", "a"))).toEqual([[true, true]]);
    expect(heads(edge("a", "b", { symmetric: true }))).toEqual([[false, false]]);
  });

  it("lays lines of two signs side by side", () => {
    const drawn = build(network([edge("a", "b", { sign: -1 }), edge("b", "a", { claim: "c" })]), LOOK);
    const [hostile, friendly] = drawn.mapEdges((_, { shift, size }) => ({ shift, size }));
    if (!hostile || !friendly) throw new Error("a line is missing");
    expect(friendly.shift - hostile.shift).toBeGreaterThan((friendly.size + hostile.size) / 2);
    expect(build(network([edge("a", "b")]), LOOK).mapEdges((_, data) => data.shift)).toEqual([0]);
  });

  it("knows which ties were reported in a span of months", () => {
    const dated = edge("a", "b", { months: { "2025-02": 1, "2024": 2 } });
    expect(inSpan(dated, "2025-02", "2025-02", false)).toBe(true);
    expect(inSpan(dated, "2025-03", "2025-12", false)).toBe(false);
    expect(inSpan(dated, "2024-05", "2024-06", false)).toBe(true);
    expect(inSpan(edge("a", "b"), "2025-01", null, false)).toBe(false);
    expect(inSpan(edge("a", "b"), "2025-01", null, true)).toBe(true);
    expect(inSpan(edge("a", "b"), null, null, false)).toBe(true);
  });

  it("lists months over the turn of a year", () => {
    expect(all("2024-11", "2025-02")).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
    expect(all("2025-02", "2024-11")).toEqual([]);
    expect(all(null, "2024-11")).toEqual([]);
  });
});
