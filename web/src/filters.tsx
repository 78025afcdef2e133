// What of the graph is shown.
import { useEffect, useState } from "preact/hooks";

import { DEFAULTS, STATUSES, viewOf, type State } from "./state";
import { useLoaded, useStore } from "./store";
import { Span } from "./span";
import type { Polarity } from "./types";
import { spaced } from "./words";

const POLARITIES: Polarity[] = ["positive", "negative", "neutral"];

export function Filters({ onSpan }: { onSpan: (span: [string, string] | null) => void }) {
  const { state, change, words } = useStore();
  return (
    <form class="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <Chips />
      <fieldset class="level" title={words.levelHint}>
        <legend>{words.level}</legend>
        {(["state", "actor"] as const).map((level) => (
          <label><input type="radio" name="level" checked={state.level === level} onChange={() => change({ level })} /> {words[level]}</label>
        ))}
      </fieldset>
      <Span onSpan={onSpan} />
      <Relations />
      <fieldset title={words.statusHint}>
        <legend>{words.statuses}</legend>
        {STATUSES.filter((status) => status !== "asserted").map((status) => (
          <label class={`status ${status}`}>
            <input type="checkbox" checked={state.statuses.includes(status)} onChange={() => change({ statuses: toggled(state.statuses, status) })} /> {words[status]}
          </label>
        ))}
      </fieldset>
      <Least name={words.confidence} value={state.minConfidence} range={[0, 1, 0.05]} write={(value) => value.toFixed(2)} onSettle={(minConfidence) => change({ minConfidence })} />
      <Least name={words.origins} value={state.minOrigins} range={[1, 10, 1]} write={String} onSettle={(minOrigins) => change({ minOrigins })} />
      {state.around && <Least name={words.hops} value={state.hops} range={[1, 4, 1]} write={String} onSettle={(hops) => change({ hops })} />}
    </form>
  );
}

interface LeastProps {
  name: string;
  value: number;
  /** From, to, step. */
  range: [number, number, number];
  write: (value: number) => string;
  /** Called when the hand lets go. */
  onSettle: (value: number) => void;
}

/** A slider that says its value while it is moved. */
function Least({ name, value, range: [from, to, step], write, onSettle }: LeastProps) {
  const [held, hold] = useState(value);
  useEffect(() => hold(value), [value]);
  return (
    <label class="range">{name} <output>{write(held)}</output>
      <input
        type="range" min={from} max={to} step={step} value={held} aria-valuetext={write(held)}
        onInput={(event) => hold(Number(event.currentTarget.value))} onChange={(event) => onSettle(Number(event.currentTarget.value))}
      />
    </label>
  );
}

function Relations() {
  const { state, change, words, about } = useStore();
  const shown = new Set(state.relations);
  return (
    <details class="relations" open={shown.size > 0}>
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
function Chips() {
  const { state, change, words } = useStore();
  const around = useLabel(state.around);
  const chips: [string, Partial<State>][] = [];
  if (state.around) chips.push([`${words.around} ${around}`, { around: null, hops: DEFAULTS.hops }]);
  for (const id of state.relations) chips.push([spaced(id), { relations: toggled(state.relations, id) }]);
  for (const status of state.statuses) chips.push([words[status], { statuses: toggled(state.statuses, status) }]);
  if (state.from || state.to) chips.push([`${state.from ?? "…"} – ${state.to ?? "…"}`, { from: null, to: null, undated: false }]);
  if (state.minConfidence > 0) chips.push([`≥ ${state.minConfidence.toFixed(2)}`, { minConfidence: 0 }]);
  if (state.minOrigins > 1) chips.push([`${words.count} ≥ ${state.minOrigins}`, { minOrigins: 1 }]);
  if (chips.length === 0) return null;
  const none: Partial<State> = Object.assign({}, ...chips.map(([, patch]) => patch), { relations: [], statuses: [] });
  return (
    <div class="chips">
      {chips.map(([text, patch]) => (
        <button type="button" key={text} onClick={() => change(patch)} aria-label={`${words.remove}: ${text}`}><bdi>{text}</bdi> ×</button>
      ))}
      <button type="button" class="link" onClick={() => change(none)}>{words.reset}</button>
    </div>
  );
}

/** The label of an actor; its id until the server has said it. */
function useLabel(actor: string | null): string | null {
  const { api, state, version } = useStore();
  const view = viewOf(state);
  const ask = (signal: AbortSignal) => (actor === null ? Promise.resolve(null) : api.actor(view, actor, signal));
  const { value } = useLoaded(`${actor} ${JSON.stringify(view)} ${version}`, ask);
  return value?.id === actor ? (value?.label ?? actor) : actor;
}

function toggled<T>(list: T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
