// What a person decides about a piece of evidence; only where the server lets them.
import { createContext } from "preact";
import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";

import { keep, recall } from "../keep";
import { viewOf } from "../state";
import { useStore } from "../store";
import { STATUSES } from "../state";
import type { Decision, Evidence } from "../types";
import { spaced } from "../words";

type Kind = Decision["decision"];

const KINDS: readonly Kind[] = ["reject", "confirm", "correct"];
const REMEMBERED = "aliansi-by";

/** Told that a decision was saved; false when the next one begins. */
export const Decided = createContext<(isSaved: boolean) => void>(() => {});

/** Buttons that open a dialog, which gives the focus back to its button. */
export function Decide({ evidence }: { evidence: Evidence }) {
  const { words } = useStore();
  const tell = useContext(Decided);
  const [kind, setKind] = useState<Kind | null>(null);
  const open = (next: Kind) => {
    tell(false);
    setKind(next);
  };
  return (
    <p class="decide" ref={useRescue()}>
      {KINDS.map((it) => <button key={it} onClick={() => open(it)}>{words[it]}</button>)}
      {kind && <DecideDialog kind={kind} evidence={evidence} onClose={() => setKind(null)} />}
    </p>
  );
}

/** A decision may take its own button away: the focus goes to what the panel is about, or to the panel's first button. */
function useRescue() {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => () => {
    if (!place.current?.contains(document.activeElement)) return;
    setTimeout(() => (document.getElementById("panel-title") ?? document.querySelector<HTMLElement>(".right button"))?.focus());
  }, []);
  return place;
}

function DecideDialog({ kind, evidence, onClose }: { kind: Kind; evidence: Evidence; onClose: () => void }) {
  const { words } = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const form = useDecision(kind, evidence, () => dialog.current?.close());
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    form.send();
  };
  return (
    <dialog ref={dialog} aria-labelledby={title} onClose={onClose} onKeyDown={keepEscape} class="decide">
      <form onSubmit={submit}>
        <h2 id={title}>{words[`${kind}Title`]}</h2>
        <blockquote><bdi dir="auto" lang={evidence.language ?? undefined}>{evidence.segments.map((it) => it.text).join("")}</bdi></blockquote>
        <p>{words[`${kind}Says`]}</p>
        {kind === "correct" && <Fields values={form.values} set={form.set} />}
        <label>{words.by}<input value={form.by} onInput={(event) => form.setBy(event.currentTarget.value)} autocomplete="name" /></label>
        <label>{words.why}<input value={form.why} onInput={(event) => form.setWhy(event.currentTarget.value)} autocomplete="off" /></label>
        <p><small>{words.written}</small></p>
        {form.problem && <p role="alert" class="problem">{form.problem}</p>}
        <p class="moves">
          <button type="submit" class="chief" disabled={form.saving}>{form.saving ? words.saving : words[kind]}</button>{" "}
          <button type="button" onClick={() => dialog.current?.close()}>{words.cancel}</button>
        </p>
      </form>
    </dialog>
  );
}

/** Escape closes the dialog, not the panel behind it. */
function keepEscape(event: KeyboardEvent) {
  if (event.key === "Escape") event.stopPropagation();
}

/** The fields of a correction that this page offers, by their names in decisions.jsonl. */
interface Values {
  subject: string;
  relation: string;
  object: string;
  status: string;
}

function useDecision(kind: Kind, evidence: Evidence, onDone: () => void) {
  const { api, renew, words } = useStore();
  const tell = useContext(Decided);
  const stated: Values = { subject: evidence.subject.id, relation: evidence.relation, object: evidence.object.id, status: evidence.status };
  const [values, setValues] = useState(stated);
  const [by, setBy] = useState(() => recall(REMEMBERED) ?? "");
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const send = async () => {
    const set = changed(stated, values);
    if (kind === "correct" && Object.keys(set).length === 0) return setProblem(words.nothingChanged);
    setSaving(true);
    keep(REMEMBERED, by);
    const correction = kind === "correct" ? { set } : {};
    const decision = { decision: kind, evidence: evidence.evidence, ...correction, ...given("by", by), ...given("why", why) };
    await api.decide(decision).then(
      () => { onDone(); tell(true); renew(); },
      (cause: Error) => setProblem(cause.message),
    );
    setSaving(false);
  };
  const set = (field: keyof Values, value: string) => setValues({ ...values, [field]: value });
  return { values, set, by, setBy, why, setWhy, problem, saving, send };
}

function given(name: "by" | "why", text: string): Partial<Decision> {
  return text.trim() ? { [name]: text.trim() } : {};
}

/** The fields whose value is another than the evidence states. */
function changed(stated: Values, values: Values): Partial<Values> {
  const fields = Object.keys(values) as (keyof Values)[];
  return Object.fromEntries(fields.filter((it) => values[it].trim() !== stated[it]).map((it) => [it, values[it].trim()]));
}

function Fields({ values, set }: { values: Values; set: (field: keyof Values, value: string) => void }) {
  const { about, words } = useStore();
  const relations = about.relations.map(({ id }) => ({ id, label: spaced(id) }));
  return (
    <fieldset>
      <ActorField label={words.subject} value={values.subject} onValue={(value) => set("subject", value)} />
      <ListField label={words.relation} value={values.relation} options={relations} onValue={(value) => set("relation", value)} />
      <ActorField label={words.object} value={values.object} onValue={(value) => set("object", value)} />
      <label>
        {words.status}
        <select value={values.status} onChange={(event) => set("status", event.currentTarget.value)}>
          {STATUSES.map((status) => <option key={status} value={status}>{words[status]}: {words.statusSays[status]}</option>)}
        </select>
      </label>
    </fieldset>
  );
}

interface Option {
  id: string;
  label: string;
}

/** An id that is typed, with those that are known to choose from. */
function ListField({ label, value, options, onValue }: { label: string; value: string; options: Option[]; onValue: (value: string) => void }) {
  const list = useId();
  return (
    <>
      <label>{label}<input value={value} list={list} required autocomplete="off" onInput={(event) => onValue(event.currentTarget.value)} /></label>
      <datalist id={list}>{options.map((it) => <option key={it.id} value={it.id}>{it.label}</option>)}</datalist>
    </>
  );
}

/** The id of an actor; the server names those that fit what is typed. */
function ActorField({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  const { api, state } = useStore();
  const [options, setOptions] = useState<Option[]>([]);
  useEffect(() => {
    const control = new AbortController();
    const known = (answer: { actors: Option[] }) => setOptions(answer.actors);
    const view = { ...viewOf(state), level: "actor" };
    const timer = setTimeout(() => api.actors(view, value, 12, control.signal).then(known, () => setOptions([])), 150);
    return () => { clearTimeout(timer); control.abort(); };
  }, [value]);
  return <ListField label={label} value={value} options={options} onValue={onValue} />;
}
