// Asks the endpoint and reads what it answers.

/** A term as in SPARQL's JSON results. */
export type Term =
  | { type: "uri" | "bnode"; value: string }
  | { type: "literal" | "typed-literal"; value: string; datatype?: string; "xml:lang"?: string }
  | { type: "triple"; value: { subject: Term; predicate: Term; object: Term } };

export type Row = Record<string, Term | undefined>;

export type Answer =
  | { kind: "rows"; variables: string[]; rows: Row[] }
  | { kind: "boolean"; value: boolean }
  | { kind: "graph"; text: string; triples: number };

/** The endpoint's own words about why there is no answer. */
export class Refused extends Error {}

/** The answer is larger than is shown. */
export class TooLarge extends Error {}

/** An answer of more bytes is not shown: the page would stand still. */
const MOST_BYTES = 16 * 1024 * 1024;

export const FORMATS = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/sparql-results+json",
  xml: "application/sparql-results+xml",
  ttl: "text/turtle",
  nt: "application/n-triples",
} as const;

export type Format = keyof typeof FORMATS;

export async function ask(query: string, signal: AbortSignal): Promise<Answer> {
  const response = await post(query, `${FORMATS.json}, ${FORMATS.nt};q=0.9`, signal);
  const text = await limited(response);
  if (response.headers.get("content-type")?.startsWith(FORMATS.nt)) {
    return { kind: "graph", text, triples: text.split("\n").filter(Boolean).length };
  }
  const { head, results, boolean } = JSON.parse(text) as Results;
  if (boolean !== undefined) return { kind: "boolean", value: boolean };
  return { kind: "rows", variables: head.vars ?? [], rows: results?.bindings ?? [] };
}

interface Results {
  head: { vars?: string[] };
  results?: { bindings: Row[] };
  boolean?: boolean;
}

/** The whole answer in a format, as a file. */
export async function download(query: string, format: Format): Promise<void> {
  const response = await post(query, FORMATS[format], null);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `answer.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function post(query: string, accept: string, signal: AbortSignal | null): Promise<Response> {
  const headers = { "content-type": "application/sparql-query", accept };
  const response = await fetch("/sparql", { method: "POST", headers, body: query, signal });
  if (!response.ok) throw new Refused((await limited(response)).trim() || response.statusText);
  return response;
}

async function limited(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const parts: string[] = [];
  let length = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return parts.join("");
    parts.push(part.value);
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      throw new TooLarge();
    }
  }
}
