// A span of months with two handles over a histogram of reports.
import { useState } from "preact/hooks";

import { viewOf } from "./state";
import { useSteps } from "./steps";
import { useLoaded, useStore } from "./store";

const HEIGHT = 36;

export function Span({ onSpan }: { onSpan: (span: [string, string] | null) => void }) {
  const { api, state, change, words, about, version } = useStore();
  const whole = { level: viewOf(state).level };
  const { value } = useLoaded(`timeline ${state.level} ${version}`, (signal) => api.timeline(whole, signal));
  const months = all(about.from, about.to);
  const last = months.length - 1;
  const { go, hands } = useSteps();
  // Where the handles are while a hand holds one; else they stand where the address says.
  const [held, hold] = useState<[number, number] | null>(null);
  if (months.length < 2) return null;

  const ends = held ?? places(months, state.from, state.to);
  const moved = (nth: 0 | 1, at: number): [number, number] =>
    nth === 0 ? [Math.min(at, ends[1]), ends[1]] : [ends[0], Math.max(at, ends[0])];
  const move = (nth: 0 | 1, at: number) => {
    const next = moved(nth, at);
    hold(next);
    onSpan([months[next[0]] ?? "", months[next[1]] ?? ""]);
    return next;
  };
  const settle = (nth: 0 | 1, at: number) => {
    const [first, end] = moved(nth, at);
    onSpan(null);
    hold(null);
    go({ from: first === 0 ? null : (months[first] ?? null), to: end === last ? null : (months[end] ?? null) });
  };
  const counts = new Map(value?.months.map((it) => [it.month.slice(0, 7), it.positive + it.neutral + it.negative]));
  const [from, to] = held ? [months[held[0]], months[held[1]]] : [state.from, state.to];
  const says = from || to ? `${from ?? "…"} – ${to ?? "…"}` : words.everything;
  const most = Math.max(1, ...counts.values());
  const handle = (nth: 0 | 1) => (
    <input
      type="range" min="0" max={last} step="1" value={ends[nth]} aria-label={nth === 0 ? words.from : words.to} aria-valuetext={months[ends[nth]]}
      class={nth === 0 && ends[0] === last ? "upper" : ""} {...hands}
      onInput={({ currentTarget }) => {
        const next = move(nth, Number(currentTarget.value));
        // A handle stops at the other one.
        currentTarget.value = String(next[nth]);
      }}
      onChange={(event) => settle(nth, Number(event.currentTarget.value))}
    />
  );
  return (
    <fieldset class="span">
      <legend>{words.time}: {says}</legend>
      <svg viewBox={`0 0 ${months.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {months.map((month, at) => {
          const height = ((counts.get(month) ?? 0) / most) * HEIGHT;
          return <rect key={month} x={at + 0.1} width={0.8} y={HEIGHT - height} height={height} class={at >= ends[0] && at <= ends[1] ? "in" : "out"} />;
        })}
      </svg>
      <div class="handles">{handle(0)}{handle(1)}</div>
      {(state.from || state.to) && (
        <label><input type="checkbox" checked={state.undated} onChange={() => change({ undated: !state.undated })} /> {words.undated}</label>
      )}
    </fieldset>
  );
}

/** Which months the handles stand at: the first and the last that are asked for, or the nearest there are. */
export function places(months: string[], from: string | null, to: string | null): [number, number] {
  const last = months.length - 1;
  const first = from ? months.findIndex((month) => month >= from.slice(0, 7)) : 0;
  const end = to ? months.findLastIndex((month) => month <= to || month.startsWith(to)) : last;
  return [first < 0 ? last : first, end < 0 ? 0 : end];
}

/** Every month from one to another, both among them. */
export function all(from: string | null, to: string | null): string[] {
  if (!from || !to) return [];
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + (Number(month.slice(5, 7)) || 1) - 1;
  const name = (number: number) => `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
  const [first, last] = [number(from), number(to)];
  return last >= first && last - first < 12_000 ? Array.from({ length: last - first + 1 }, (_, nth) => name(first + nth)) : [];
}
