// The SPARQL tab: a query, and what the endpoint of this server answers.
import { useEffect, useRef, useState } from "preact/hooks";

import { ask, download, Refused, TooLarge, type Answer, type Format } from "./sparql/ask";
import type { Editor } from "./sparql/editor";
import { declared, EXAMPLES, type ExampleName } from "./sparql/examples";
import { Results } from "./sparql/results";
import { useStore } from "./store";
import "./sparql.css";

type Asked =
  | { kind: "nothing" }
  | { kind: "running"; stop: () => void }
  | { kind: "answer"; query: string; answer: Answer; seconds: string }
  | { kind: "problem"; message: string };

export function SparqlTab() {
  const { words } = useStore();
  const { asked, run } = useQuery();
  const { place, editor, error } = useEditor(run);
  const choose = (name: string, prefixes: Record<string, string>) => {
    if (Object.hasOwn(EXAMPLES, name)) editor.current?.write(declared(EXAMPLES[name as ExampleName], prefixes));
  };
  return (
    <div class="scroll sparql">
      <h1>{words.sparql}</h1>
      <p class="quiet">{words.sparqlSays}</p>
      {error && <p role="alert" class="problem">{words.failed}: {error}</p>}
      <div ref={place} class="editor" />
      <p class="moves">
        {asked.kind === "running"
          ? <button class="chief" onClick={asked.stop}>{words.stop}</button>
          : <button class="chief" onClick={() => editor.current && run(editor.current.read())}>{words.run}</button>}
        <Examples onChoose={choose} /> <small>{words.runKeys}</small>
      </p>
      <Outcome asked={asked} />
    </div>
  );
}

function Examples({ onChoose }: { onChoose: (name: string, prefixes: Record<string, string>) => void }) {
  const { about, words } = useStore();

  const names = Object.keys(EXAMPLES) as ExampleName[];
  const chosen = (event: { currentTarget: HTMLSelectElement }) => {
    onChoose(event.currentTarget.value, about.prefixes);
    event.currentTarget.value = "";
  };
  return (
    <select aria-label={words.examples} onChange={chosen}>
      <option value="">{words.chooseExample}</option>
      {names.map((name) => <option key={name} value={name}>{words.exampleNames[name]}</option>)}
    </select>
  );
}

function Outcome({ asked }: { asked: Asked }) {
  const { words } = useStore();
  switch (asked.kind) {
    case "nothing": return null;
    case "running": return <p role="status">{words.running}</p>;
    case "problem": return <Mistake message={asked.message} />;
    case "answer": return <><Results answer={asked.answer} seconds={asked.seconds} /><Downloads query={asked.query} answer={asked.answer} /></>;
  }
}

/** Below what is wrong the server may quote the query, with a mark at the column. */
function Mistake({ message }: { message: string }) {
  const [says, ...quoted] = message.split("\n");
  return (
    <div role="alert" class="problem">
      <p>{says}</p>
      {quoted.length > 0 && <pre tabIndex={0}>{quoted.join("\n")}</pre>}
    </div>
  );
}

const OF_ROWS: Format[] = ["csv", "tsv", "json", "xml"];
const OF_GRAPHS: Format[] = ["ttl", "nt"];

function Downloads({ query, answer }: { query: string; answer: Answer }) {
  const { words } = useStore();
  const formats = answer.kind === "graph" ? OF_GRAPHS : answer.kind === "rows" ? OF_ROWS : [];
  const [problem, setProblem] = useState<string | null>(null);
  const get = (format: Format) => download(query, format).catch((cause: Error) => setProblem(cause.message));
  if (formats.length === 0) return null;
  return (
    <p class="moves">
      {words.download}: {formats.map((format) => <button key={format} onClick={() => get(format)}>{format.toUpperCase()}</button>)}
      {problem && <span role="alert">{problem}</span>}
    </p>
  );
}

/** Runs queries: that of the address when it is opened, shared or gone back to, and those that the user runs. */
function useQuery() {
  const { state, change, version, words, language } = useStore();
  const [asked, setAsked] = useState<Asked>({ kind: "nothing" });
  const latest = useRef<AbortController | null>(null);
  const send = async (query: string) => {
    latest.current?.abort();
    const control = new AbortController();
    latest.current = control;
    setAsked({ kind: "running", stop: () => control.abort(words.stopped) });
    const began = performance.now();
    const seconds = () => ((performance.now() - began) / 1000).toLocaleString(language, { maximumFractionDigits: 2 });
    const outcome = await ask(query, control.signal).then(
      (answer): Asked => ({ kind: "answer", query, answer, seconds: seconds() }),
      (cause: unknown): Asked => ({ kind: "problem", message: control.signal.aborted ? words.stopped : told(cause, words.tooLarge) }),
    );
    if (latest.current === control) setAsked(outcome);
  };
  useEffect(() => {
    if (state.query !== null) send(state.query);
    else setAsked({ kind: "nothing" });
    return () => latest.current?.abort();
  }, [state.query, version]);
  const run = (query: string) => (query === state.query ? void send(query) : change({ query }));
  return { asked, run };
}

function told(cause: unknown, tooLarge: string): string {
  if (cause instanceof TooLarge) return tooLarge;
  return cause instanceof Refused || cause instanceof Error ? cause.message : String(cause);
}

/** What stood in the editor when its tab was left, and over which query: what was written there and not yet run. */
let draft: { over: string; text: string } | null = null;

/** Loads the editor into its place; it follows the query of the address. */
function useEditor(run: (query: string) => void) {
  const { state, about, words } = useStore();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [error, setError] = useState<string | null>(null);
  const query = state.query ?? declared(EXAMPLES.relations, about.prefixes);
  const newest = useRef({ run, query });
  newest.current = { run, query };
  useEffect(() => {
    let isOpen = true;
    const open = ({ edit }: typeof import("./sparql/editor")) => {
      if (!isOpen || !place.current) return;
      editor.current = edit(place.current, {
        query: draft?.over === newest.current.query ? draft.text : newest.current.query, label: words.query, prefixes: about.prefixes,
        properties: about.relations.map((relation) => `${about.prefixes["rel"]}${relation.id}`),
        onRun: () => editor.current && newest.current.run(editor.current.read()),
      });
    };
    import("./sparql/editor").then(open, (cause: Error) => setError(cause.message));
    return () => {
      isOpen = false;
      if (editor.current) draft = { over: newest.current.query, text: editor.current.read() };
      editor.current?.destroy();
      editor.current = null;
    };
  }, []);
  useEffect(() => {
    if (editor.current && editor.current.read() !== query) editor.current.write(query);
  }, [query]);
  return { place, editor, error };
}
