// What the server's API answers, as its OpenAPI document (/api/openapi.json) describes it.

export type Sign = -1 | 0 | 1;
export type Polarity = "positive" | "neutral" | "negative";
export type Status = "asserted" | "alleged" | "planned" | "possible" | "denied" | "negated";
export type Level = "state" | "actor";
/** How many pieces of evidence were reported in each month (`2025-01`), or year. */
export type Months = Record<string, number>;

export interface Named {
  id: string;
  label: string;
}

export interface Relation {
  id: string;
  polarity: Polarity;
  symmetric: boolean;
  plover: string | null;
  edges: number;
}

export interface About {
  version: string;
  /** What the figures mean, in English. */
  notice: string;
  graph: string;
  ontology: string;
  edit: boolean;
  documents: number;
  claims: number;
  levels: Record<Level, { actors: number; edges: number }>;
  from: string | null;
  to: string | null;
  statuses: Status[];
  relations: Relation[];
  base: string;
  prefixes: Record<string, string>;
}

export interface ActorSummary extends Named {
  kind: string;
  country: string | null;
  /** 0 the greatest. */
  bloc: number | null;
  rank: number;
  ties: number;
  matched?: string | null;
}

export interface Tie {
  a: Named;
  b: Named;
  friendly: number;
  hostile: number;
  net: number;
  edges: number;
}

export interface Actor extends ActorSummary {
  sector: string | null;
  acts_for: string | null;
  wikidata: string | null;
  mentions: Record<string, number>;
  members: Named[];
  standing: { friendly: number; hostile: number };
  friends: Tie[];
  foes: Tie[];
  relations: { relation: string; out: number; in: number }[];
  months: Months;
}

export interface Node extends ActorSummary {
  x: number;
  y: number;
}

export interface Edge {
  claim: string;
  source: string;
  target: string;
  source_label?: string;
  target_label?: string;
  relation: string;
  sign: Sign;
  symmetric: boolean;
  status: Status;
  plain: boolean;
  contested: boolean;
  confidence: number;
  origins: number;
  weight: number;
  first_reported: string | null;
  last_reported: string | null;
  since: string | null;
  until: string | null;
  months: Months;
  statuses: Partial<Record<Status, number>>;
  edited: boolean;
}

export interface Network {
  nodes: Node[];
  edges: Edge[];
  of: { actors: number; edges: number };
  cut: boolean;
}

export interface EdgeReference {
  claim: string;
  source: string;
  relation: string;
  target: string;
}

export interface EdgeDetail extends Edge {
  scores: Partial<Record<Status, { confidence: number; origins: number }>>;
  contradicted_by: EdgeReference[];
  fulfilled_by: EdgeReference[];
  evidence: Evidence[];
  evidence_total: number;
}

export interface Evidence {
  evidence: string;
  claim: string;
  status: Status;
  confidence: number;
  frame: string;
  binder: string;
  segments: { text: string; roles: ("cue" | "subject" | "object")[] }[];
  speaker: Named | null;
  denied_by: Named[];
  via: string | null;
  when: { from: string | null; to: string | null; precision: string; basis: string; phase: string } | null;
  contexts: string[];
  document: { id: string; title: string | null; publisher: string | null; published: string | null; url: string | null };
  language: string | null;
  edits: { kind: string; by?: string | null; at?: string | null; why?: string | null }[];
  subject: Named;
  relation: string;
  object: Named;
}

export interface Matrix {
  actors: (Named & { bloc: number | null })[];
  ties: Tie[];
}

export interface Blocs {
  blocs: { nth: number; actors: Named[] }[];
  /** Null without ties. `balance` is from 0 to 1, which is two clean camps. */
  frustration: { lower: number; upper: number; exact: boolean; balance: number } | null;
  triads: Triads;
}

/** How many triads there are by the signs of their ties, and which share of them is balanced. */
export interface Triads extends Record<TriadKind, number> {
  balanced: number | null;
  weakly_balanced: number | null;
}

export type TriadKind = "+++" | "+--" | "++-" | "---";

export interface Timeline {
  months: { month: string; positive: number; neutral: number; negative: number }[];
}

export interface Decision {
  decision: "reject" | "confirm" | "correct";
  evidence: string;
  set?: Record<string, unknown>;
  by?: string;
  why?: string;
}

export interface Problem {
  title: string;
  status: number;
  detail?: string;
  hint?: string;
}
