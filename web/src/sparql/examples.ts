// Queries to begin with. They name no relation: which there are, the graph says.
import type { Words } from "../words";

export type ExampleName = keyof Words["exampleNames"];

export const EXAMPLES: Readonly<Record<ExampleName, string>> = {
  relations: `SELECT ?relation (COUNT(*) AS ?edges) {
  ?claim a al:Claim ; rdf:predicate ?relation ; al:plain true .
} GROUP BY ?relation ORDER BY DESC(?edges) ?relation`,

  actors: `SELECT ?actor ?label (COUNT(DISTINCT ?claim) AS ?edges) {
  ?claim a al:Claim ; al:plain true ; rdf:subject|rdf:object ?actor .
  ?actor rdfs:label ?label .
  FILTER(LANG(?label) = "en")
} GROUP BY ?actor ?label ORDER BY DESC(?edges) ?actor LIMIT 50`,

  denied: `SELECT ?claim ?deniedBy ?sentence {
  ?evidence al:evidenceFor ?claim ; al:deniedBy ?deniedBy ; oa:exact ?sentence .
} ORDER BY ?claim ?deniedBy ?sentence LIMIT 100`,

  evidence: `SELECT ?published ?publisher ?claim ?status ?sentence {
  ?evidence al:evidenceFor ?claim ; al:status ?status ; oa:exact ?sentence ; prov:wasDerivedFrom ?document .
  OPTIONAL { ?document dct:issued ?published }
  OPTIONAL { ?document dct:publisher ?publisher }
} ORDER BY DESC(?published) ?evidence LIMIT 100`,

  publishers: `SELECT ?publisher (COUNT(DISTINCT ?document) AS ?documents) (COUNT(?evidence) AS ?pieces) {
  ?evidence prov:wasDerivedFrom ?document .
  OPTIONAL { ?document dct:publisher ?publisher }
} GROUP BY ?publisher ORDER BY DESC(?pieces) ?publisher`,

  describe: `DESCRIBE ?actor {
  SELECT ?actor (COUNT(DISTINCT ?claim) AS ?edges) {
    ?claim a al:Claim ; al:plain true ; rdf:subject|rdf:object ?actor .
  } GROUP BY ?actor ORDER BY DESC(?edges) ?actor LIMIT 1
}`,
};

/** The query with a declaration of each prefix that it uses, of those that are known. */
export function declared(query: string, prefixes: Record<string, string>): string {
  const used = Object.keys(prefixes).filter((name) => new RegExp(`(^|[^\\w:])${name}:\\w`).test(query));
  const lines = used.sort().map((name) => `PREFIX ${name}: <${prefixes[name]}>`);
  return [...lines, query].join("\n");
}
