// What of the graph is shown.
import { useEffect, useState } from "preact/hooks";

import { useActor } from "./actor";
import { Span } from "./span";
import { DEFAULTS, STATUSES, type State, type Tab } from "./state";
import { useSteps } from "./steps";
import { useStore } from "./store";
import type { Polarity } from "./types";
import { spaced, sureness } from "./words";

/** What the filters choose on a tab: ties, only the part of the graph that figures are made of, or nothing. */
type Scope = "ties" | "part" | "nothing";
const SCOPES: Record<Tab, Scope> = { network: "ties", list: "ties", matrix: "part", blocs: "part", sparql: "nothing" };

/** What narrows the view, and what lifts it. */
type Chip = [text: string, patch: Partial<State>];

const POLARITIES: Polarity[] = ["positive", "negative", "neutral"];

export function Filters({ onSpan }: { onSpan: (span: [string, string] | null) => void }) {
  const { state, change, words } = useStore();
  const scope = SCOPES[state.tab];
  if (scope === "nothing") return <p class="filters-say">{words.filtersOfQueries}</p>;
  return (
    <form class="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <Chips scope={scope} />
      <fieldset class="level" title={words.levelHint}>
        <legend>{words.level}</legend>
        {(["state", "actor"] as const).map((level) => (
          <label><input type="radio" name="level" checked={state.level === level} onChange={() => change({ level })} /> {words[level]}</label>
        ))}
      </fieldset>
      <Span onSpan={onSpan} />
      {scope === "ties" ? <OfTies /> : <p class="filters-say">{words.filtersOfFigures}</p>}
    </form>
  );
}

/** What chooses single ties. */
function OfTies() {
  const { state, change, words, language } = useStore();
  return (
    <>
      <Relations />
      <fieldset title={words.statusHint}>
        <legend>{words.statuses}</legend>
        {STATUSES.filter((status) => status !== "asserted").map((status) => (
          <label class={`status ${status}`}>
            <input type="checkbox" checked={state.statuses.includes(status)} onChange={() => change({ statuses: toggled(state.statuses, status) })} /> {words[status]}
          </label>
        ))}
      </fieldset>
      <Least name={words.confidence} value={state.minConfidence} range={[0, 1, 0.05]} write={(value) => sureness(value, language)} patch={(minConfidence) => ({ minConfidence })} />
      <Least name={words.origins} value={state.minOrigins} range={[1, 10, 1]} write={String} patch={(minOrigins) => ({ minOrigins })} />
      {state.around && <Least name={words.hops} value={state.hops} range={[1, 4, 1]} write={String} patch={(hops) => ({ hops })} />}
    </>
  );
}

interface LeastProps {
  name: string;
  value: number;
  /** From, to, step. */
  range: [number, number, number];
  write: (value: number) => string;
  /** What changes when the hand lets go. */
  patch: (value: number) => Partial<State>;
}

/** A slider that says its value while it is moved. */
function Least({ name, value, range: [from, to, step], write, patch }: LeastProps) {
  const { go, hands } = useSteps();
  const [held, hold] = useState(value);
  useEffect(() => hold(value), [value]);
  return (
    <label class="range">{name} <output>{write(held)}</output>
      <input
        type="range" min={from} max={to} step={step} value={held} aria-valuetext={write(held)} {...hands}
        onInput={(event) => hold(Number(event.currentTarget.value))} onChange={(event) => go(patch(Number(event.currentTarget.value)))}
      />
    </label>
  );
}

function Relations() {
  const { state, change, words, about } = useStore();
  const shown = new Set(state.relations);
  // Later it is the reader's to open and close.
  const [isOpen] = useState(shown.size > 0);
  return (
    <details class="relations" open={isOpen}>
      <summary>{words.relations} {shown.size > 0 && `(${shown.size})`}</summary>
      {POLARITIES.map((polarity) => {
        const group = about.relations.filter((relation) => relation.polarity === polarity);
        if (group.length === 0) return null;
        const ids = group.map((relation) => relation.id);
        const isWhole = ids.every((id) => shown.has(id));
        const others = state.relations.filter((id) => !ids.includes(id));
        return (
          <fieldset key={polarity} class={polarity}>
            <legend>
              {words[polarity]} <button type="button" class="link" onClick={() => change({ relations: isWhole ? others : [...others, ...ids] })}>{isWhole ? words.none : words.all}</button>
            </legend>
            {group.map(({ id, edges }) => (
              <label key={id}><input type="checkbox" checked={shown.has(id)} onChange={() => change({ relations: toggled(state.relations, id) })} /> {spaced(id)} <small>{edges}</small></label>
            ))}
          </fieldset>
        );
      })}
    </details>
  );
}

/** What narrows the view, each with a button that lifts it. */
function Chips({ scope }: { scope: Scope }) {
  const { state, change, words } = useStore();
  const ofTies = useChipsOfTies();
  const chips: Chip[] = scope === "ties" ? ofTies : [];
  if (state.from || state.to) chips.push([`${state.from ?? "…"} – ${state.to ?? "…"}`, { from: null, to: null, undated: false }]);
  if (chips.length === 0) return null;
  const none: Partial<State> = Object.assign({}, ...chips.map(([, patch]) => patch), scope === "ties" ? { relations: [], statuses: [] } : {});
  return (
    <div class="chips">
      {chips.map(([text, patch]) => (
        <button type="button" key={text} onClick={() => change(patch)} aria-label={`${words.remove}: ${text}`}><bdi>{text}</bdi> ×</button>
      ))}
      <button type="button" class="link" onClick={() => change(none)}>{words.reset}</button>
    </div>
  );
}

function useChipsOfTies(): Chip[] {
  const { state, words, language } = useStore();
  const around = useActor(state.around)?.label ?? state.around;
  const chips: Chip[] = [];
  if (state.around) chips.push([`${words.around} ${around}`, { around: null, hops: DEFAULTS.hops }]);
  for (const id of state.relations) chips.push([spaced(id), { relations: toggled(state.relations, id) }]);
  for (const status of state.statuses) chips.push([words[status], { statuses: toggled(state.statuses, status) }]);
  if (state.minConfidence > 0) chips.push([`≥ ${sureness(state.minConfidence, language)}`, { minConfidence: 0 }]);
  if (state.minOrigins > 1) chips.push([`${words.count} ≥ ${state.minOrigins}`, { minOrigins: 1 }]);
  return chips;
}

function toggled<T>(list: T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
