import { describe, expect, it } from "vitest";

import { mixed, type Look } from "../src/colours";
import { build } from "../src/network/build";
import { all, places } from "../src/span";
import type { Edge, Network, Node } from "../src/types";

const LOOK: Look = {
  isDark: false, paper: "#ffffff", ink: "#000000", accent: "#0000ff", signs: ["#ff0000", "#808080", "#00ff00"], faded: "#eeeeee",
};

function node(id: string): Node {
  return { id, label: id, kind: "state", country: null, bloc: null, rank: 1, ties: 1, x: 0, y: 0 };
}

function edge(claim: string, rest: Partial<Edge> = {}): Edge {
  return {
    claim, source: "a", target: "b", relation: "supports", sign: 1, symmetric: false, status: "asserted", plain: true, contested: false,
    confidence: 0.9, origins: 2, weight: 2, first_reported: null, last_reported: null, since: null, until: null, months: {}, statuses: {},
    edited: false, ...rest,
  };
}

function lines(...edges: Edge[]) {
  const network: Network = { nodes: [node("a"), node("b")], edges, of: { actors: 2, edges: edges.length }, cut: false };
  return build(network, LOOK).mapEdges((_, data) => data);
}

describe("lines", () => {
  it("keeps what is no fact out of the line of what is asserted, and draws it otherwise", () => {
    const negated = edge("n", { status: "negated", plain: false, relation: "allied-with" });
    const [unsure, firm] = lines(edge("f"), negated);
    expect(firm).toMatchObject({ isFirm: true, claims: ["f"], color: "#00ff00" });
    expect(unsure).toMatchObject({ isFirm: false, claims: ["n"], said: [{ relation: "allied-with", status: "negated", contested: false }] });
    expect(unsure?.color).not.toBe(firm?.color);
    expect(unsure?.size).toBeLessThan(firm?.size ?? 0);
    expect(firm?.size).toBe(lines(edge("f"))[0]?.size);
  });

  it("draws what is contested as no fact, and what is hostile dashed all the same", () => {
    expect(lines(edge("c", { contested: true }))).toMatchObject([{ isFirm: false, isDashed: false }]);
    expect(lines(edge("h", { sign: -1, plain: false, status: "alleged" }))).toMatchObject([{ isFirm: false, isDashed: true }]);
  });

  it("says each relation once for each status", () => {
    const alleged = { plain: false, status: "alleged" } as const;
    const [line] = lines(edge("1", alleged), edge("2", { ...alleged, source: "b", target: "a" }), edge("3", { plain: false, status: "denied" }));
    expect(line?.said.map(({ status }) => status)).toEqual(["alleged", "denied"]);
  });
});

it("mixes two colours", () => {
  expect(mixed("#ff0000", "#ffffff", 0.6)).toBe("#ff6666");
});

describe("the handles of the span", () => {
  const months = all("2025-01", "2025-06");
  it("stand at the months asked for, a year or a day among them", () => {
    expect(places(months, "2025-02", "2025-04")).toEqual([1, 3]);
    expect(places(months, "2025", "2025")).toEqual([0, 5]);
    expect(places(months, "2025-03-09", "2025-03-20")).toEqual([2, 2]);
    expect(places(months, null, null)).toEqual([0, 5]);
  });
  it("stand at the end that is nearest to months outside of the data", () => {
    expect(places(months, "2020-01", "2020-12")).toEqual([0, 0]);
    expect(places(months, "2030-01", "2031-01")).toEqual([5, 5]);
  });
});
