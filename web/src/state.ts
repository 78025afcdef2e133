// What the page shows, all of it in the URL: a link shows the same again.
import type { Parameters } from "./api";
import type { Level, Status } from "./types";

export type Tab = "network" | "list" | "matrix" | "blocs" | "sparql";
export const TABS: readonly Tab[] = ["network", "list", "matrix", "blocs", "sparql"];
export const STATUSES: readonly Status[] = ["asserted", "alleged", "planned", "possible", "denied", "negated"];

/** What is picked: an actor by its id, an edge by its claim, or a pair by two ids with a comma between. */
export interface Selection {
  kind: "actor" | "edge" | "pair";
  id: string;
}

/** Where the camera stands over the network (0 to 1, the middle is 0.5), and how much of it is seen: 1 is all, 0.5 half. */
export interface View {
  x: number;
  y: number;
  ratio: number;
}

export interface State {
  tab: Tab;
  level: Level;
  /** Months, such as `2025-01`; null for no end. */
  from: string | null;
  to: string | null;
  undated: boolean;
  /** Relations that are shown; all if empty. */
  relations: string[];
  /** Statuses that are shown beside plain edges. */
  statuses: Status[];
  minConfidence: number;
  minOrigins: number;
  /** An actor whose surroundings alone are shown. */
  around: string | null;
  hops: number;
  /** So many actors at most. */
  actors: number;
  /** So many of the strongest actors stand in the matrix. */
  strongest: number;
  selection: Selection | null;
  /** What the reader has moved to; null where all is seen. */
  view: View | null;
  /** The query of the SPARQL tab. */
  query: string | null;
}

export const DEFAULTS: Readonly<State> = {
  tab: "network", level: "state", from: null, to: null, undated: false, relations: [], statuses: [], minConfidence: 0,
  minOrigins: 1, around: null, hops: 1, actors: 200, strongest: 20, selection: null, view: null, query: null,
};

/** The most actors that the server draws at once. */
export const MOST_ACTORS = 2000;
export const MOST_TIES = 10_000;
export const MATRIX_SIZES: readonly number[] = [10, 20, 40, 80];

/** The query string of a state: what is not the default. */
export function encode(state: State): string {
  const query = new URLSearchParams();
  const put = (name: string, value: unknown, usual: unknown) => {
    if (value !== usual && value !== null && value !== "") query.set(name, String(value));
  };
  put("tab", state.tab, DEFAULTS.tab);
  put("level", state.level, DEFAULTS.level);
  put("from", state.from, null);
  put("to", state.to, null);
  put("undated", state.undated, false);
  put("relation", state.relations.join(","), "");
  put("status", state.statuses.join(","), "");
  put("confidence", state.minConfidence, DEFAULTS.minConfidence);
  put("origins", state.minOrigins, DEFAULTS.minOrigins);
  put("around", state.around, null);
  put("hops", state.hops, DEFAULTS.hops);
  put("actors", state.actors, DEFAULTS.actors);
  put("strongest", state.strongest, DEFAULTS.strongest);
  if (state.selection) query.set(state.selection.kind, state.selection.id);
  if (state.view) query.set("view", [state.view.x, state.view.y, state.view.ratio].join(","));
  put("query", state.query, null);
  return query.toString();
}

/** The state of a query string. What cannot be read is the default. */
export function decode(text: string): State {
  const query = new URLSearchParams(text);
  const list = (name: string) => (query.get(name) ?? "").split(",").filter(Boolean);
  const number = (name: string, usual: number, least: number, most: number) => {
    const value = Number(query.get(name) ?? usual);
    return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : usual;
  };
  const month = (name: string) => query.get(name)?.match(/^\d{4}(-\d\d){0,2}$/)?.[0] ?? null;
  return {
    tab: TABS.find((tab) => tab === query.get("tab")) ?? DEFAULTS.tab,
    level: query.get("level") === "actor" ? "actor" : "state",
    from: month("from"),
    to: month("to"),
    undated: query.get("undated") === "true",
    relations: list("relation"),
    statuses: STATUSES.filter((status) => list("status").includes(status)),
    minConfidence: number("confidence", DEFAULTS.minConfidence, 0, 1),
    minOrigins: Math.round(number("origins", DEFAULTS.minOrigins, 1, 99)),
    around: query.get("around"),
    hops: Math.round(number("hops", DEFAULTS.hops, 1, 4)),
    actors: Math.round(number("actors", DEFAULTS.actors, 2, MOST_ACTORS)),
    strongest: MATRIX_SIZES.find((size) => String(size) === query.get("strongest")) ?? DEFAULTS.strongest,
    selection: selection(query),
    view: view(query),
    query: query.get("query"),
  };
}

function selection(query: URLSearchParams): Selection | null {
  for (const kind of ["edge", "actor", "pair"] as const) {
    const id = query.get(kind);
    if (id) return { kind, id };
  }
  return null;
}

function view(query: URLSearchParams): View | null {
  const [x, y, ratio, ...more] = (query.get("view") ?? "").split(",").map(Number);
  const isOne = x !== undefined && y !== undefined && ratio !== undefined && more.length === 0;
  return isOne && [x, y, ratio].every((number) => Math.abs(number) < 100) && ratio > 0 ? { x, y, ratio } : null;
}

/** What every question to the server says of the part of the graph that is looked at. */
export function viewOf(state: State): Parameters {
  const { level, from, to, undated } = state;
  return { level, from, to, undated: undated || null };
}

/** The question for the network that is shown. */
export function networkOf(state: State): Parameters {
  return {
    ...viewOf(state),
    relation: state.relations.join(","),
    status: state.statuses.join(","),
    min_confidence: state.minConfidence || null,
    min_origins: state.minOrigins > 1 ? state.minOrigins : null,
    around: state.around,
    hops: state.around ? state.hops : null,
    actors: state.actors,
    ties: MOST_TIES,
  };
}
