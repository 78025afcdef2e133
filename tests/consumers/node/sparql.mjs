// Asks a SPARQL endpoint by GET and by POST, and prints the answers, and how it refuses what it does not take, as JSON.
import { readFileSync } from "node:fs";
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const [endpoint, file] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(file, "utf8"));
const STRING = "http://www.w3.org/2001/XMLSchema#string";

const term = ({ termType, value, language, datatype }) => {
  if (termType !== "Literal") return { type: termType === "NamedNode" ? "uri" : "bnode", value };
  if (language) return { type: "literal", value, "xml:lang": language };
  return datatype.value === STRING ? { type: "literal", value } : { type: "literal", value, datatype: datatype.value };
};
const row = (bindings) => Object.fromEntries(Object.entries(bindings).map(([name, value]) => [name, term(value)]));

async function collect(stream, map) {
  const all = [];
  for await (const one of stream) all.push(map(one));
  return all;
}

async function ask(fetcher, { kind, query }) {
  if (kind === "ask") return fetcher.fetchAsk(endpoint, query);
  if (kind === "select") return collect(await fetcher.fetchBindings(endpoint, query), row);
  return collect(await fetcher.fetchTriples(endpoint, query), ({ subject, predicate, object }) => [subject, predicate, object].map(term));
}

// Why a promise fails; nothing if it does not.
const refusal = (promise) => promise.then(() => null, (error) => String(error.message));

const methods = {};
for (const method of ["GET", "POST"]) {
  const fetcher = new SparqlEndpointFetcher({ method });
  methods[method] = [];
  for (const question of questions) {
    methods[method].push(await ask(fetcher, question));
  }
}
const fetcher = new SparqlEndpointFetcher({ method: "POST" });
const refused = {
  "a malformed query": await refusal(fetcher.fetchBindings(endpoint, "SELECT ?a { ?a ?b }")),
  "an update": await refusal(fetcher.fetchUpdate(endpoint, "INSERT DATA { <a:a> <a:a> <a:a> }")),
};
process.stdout.write(JSON.stringify({ methods, refused }));
