// What the endpoint answered. Every value is shown as text.
import { useState } from "preact/hooks";

import { Foreign, More } from "../panels/pieces";
import { useStore } from "../store";
import type { Answer, Row, Term } from "./ask";

/** So many rows more are shown at a time. */
const PAGE = 200;

export function Results({ answer, seconds }: { answer: Answer; seconds: string }) {
  const { words } = useStore();
  switch (answer.kind) {
    case "boolean": return <p class="boolean" role="status">{answer.value ? words.answerYes : words.answerNo}</p>;
    case "graph": return <><p role="status">{words.triples(answer.triples, seconds)}</p><pre class="triples" tabIndex={0} aria-label={words.results}>{answer.text}</pre></>;
    case "rows": return <Rows variables={answer.variables} rows={answer.rows} seconds={seconds} />;
  }
}

function Rows({ variables, rows, seconds }: { variables: string[]; rows: Row[]; seconds: string }) {
  const { words } = useStore();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <p role="status">{rows.length === 0 ? words.noRows : words.rows(rows.length, seconds)}</p>
      {rows.length > 0 && (
        <div class="rows" tabIndex={0} role="region" aria-label={words.results}>
          <table>
            <thead><tr>{variables.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
            <tbody>{rows.slice(0, shown).map((row, nth) => <tr key={nth}>{variables.map((name) => <td key={name}><Value term={row[name]} /></td>)}</tr>)}</tbody>
          </table>
          <More shown={Math.min(shown, rows.length)} total={rows.length} onMore={() => setShown(shown + PAGE)} />
        </div>
      )}
    </>
  );
}

function Value({ term }: { term: Term | undefined }) {
  if (term === undefined) return null;
  switch (term.type) {
    case "uri": return <Iri iri={term.value} />;
    case "bnode": return <>_:{term.value}</>;
    case "triple": return <>⟪<Value term={term.value.subject} /> <Value term={term.value.predicate} /> <Value term={term.value.object} />⟫</>;
    default: return <Foreign text={term.value} language={term["xml:lang"]} />;
  }
}

/** An actor or a claim of the graph opens its panel; another address of the Web is a link; anything else is text. */
function Iri({ iri }: { iri: string }) {
  const { about, change } = useStore();
  const { actor, claim } = about.prefixes;
  const short = shortened(iri, about.prefixes);
  if (actor && iri.startsWith(actor)) {
    const open = () => change({ level: "actor", selection: { kind: "actor", id: iri.slice(actor.length) } });
    return <button class="link" onClick={open}>{short}</button>;
  }
  if (claim && iri.startsWith(claim)) {
    const open = () => change({ level: "actor", selection: { kind: "edge", id: iri.slice(claim.length) } });
    return <button class="link" onClick={open}>{short}</button>;
  }
  if (iri.startsWith(about.base) || !/^https?:\/\//i.test(iri)) return <span title={iri}>{short}</span>;
  return <a href={iri} target="_blank" rel="noreferrer noopener">{short}</a>;
}

/** The IRI with the longest prefix that fits, else as it is. */
export function shortened(iri: string, prefixes: Record<string, string>): string {
  const fitting = Object.entries(prefixes).filter(([, start]) => iri.startsWith(start) && iri.length > start.length);
  const [name, start] = fitting.sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return name === undefined || start === undefined ? iri : `${name}:${iri.slice(start.length)}`;
}
