// Asks the server. An answer that is not there yet is asked for again; a problem is an error with the server's words.
import type {
  About, Actor, ActorSummary, Blocs, Decision, Edge, EdgeDetail, Evidence, Matrix, Network, Problem, Timeline,
} from "./types";

/** What of the graph is looked at; left out where it is the default. */
export type Parameters = Record<string, string | number | boolean | null | undefined>;

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super([problem.title, problem.detail, problem.hint].filter(Boolean).join(" — "));
  }
}

/** How often an answer that is not ready is asked for again, at most. */
const TRIES = 120;

export class Api {
  constructor(private readonly ask: typeof fetch = (input, init) => fetch(input, init)) {}

  about = (view: Parameters, signal?: AbortSignal) => this.get<About>("/api", view, signal);
  health = (signal?: AbortSignal) => this.get<{ graph: string; ready: boolean }>("/health", {}, signal);
  actors = (view: Parameters, q: string, limit = 12, signal?: AbortSignal) =>
    this.get<{ actors: ActorSummary[]; total: number }>("/api/actors", { ...view, q, limit }, signal);
  actor = (view: Parameters, id: string, signal?: AbortSignal) =>
    this.get<Actor>(`/api/actors/${encodeURIComponent(id)}`, view, signal);
  network = (parameters: Parameters, signal?: AbortSignal) => this.get<Network>("/api/network", parameters, signal);
  edges = (parameters: Parameters, signal?: AbortSignal) =>
    this.get<{ edges: Edge[]; total: number }>("/api/edges", parameters, signal);
  edge = (view: Parameters, claim: string, signal?: AbortSignal) =>
    this.get<EdgeDetail>(`/api/edges/${encodeURIComponent(claim)}`, view, signal);
  evidence = (view: Parameters, claim: string, offset: number, limit = 50, signal?: AbortSignal) =>
    this.get<{ evidence: Evidence[]; total: number }>("/api/evidence", { ...view, claim, offset, limit }, signal);
  ties = (parameters: Parameters, signal?: AbortSignal) => this.get<Matrix>("/api/ties", parameters, signal);
  blocs = (view: Parameters, signal?: AbortSignal) => this.get<Blocs>("/api/blocs", view, signal);
  timeline = (parameters: Parameters, signal?: AbortSignal) => this.get<Timeline>("/api/timeline", parameters, signal);

  decide = (decision: Decision) =>
    this.answer<{ decisions: number; graph: string }>("/api/decisions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(decision),
    });

  private get<T>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<T> {
    const query = search(parameters);
    return this.answer<T>(query ? `${path}?${query}` : path, { signal: signal ?? null });
  }

  private async answer<T>(url: string, init: RequestInit): Promise<T> {
    for (let nth = 1; ; nth++) {
      const response = await this.ask(url, init);
      if (response.ok) return (await response.json()) as T;
      const wait = response.status === 503 && nth < TRIES ? Number(response.headers.get("retry-after")) : 0;
      if (!wait) throw new ApiError(await problem(response));
      await pause(wait * 1000, init.signal ?? undefined);
    }
  }
}

/** Parameters as a query string, in the order given, without those that are not set. */
export function search(parameters: Parameters): string {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}

async function problem(response: Response): Promise<Problem> {
  const fallback = { title: response.statusText || "error", status: response.status };
  return response.json().then((body: Partial<Problem>) => ({ ...fallback, ...body }), () => fallback);
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
