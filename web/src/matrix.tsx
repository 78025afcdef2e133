// The ties among the strongest actors as a table.
import { useMemo, useState } from "preact/hooks";

import { Await, useFigure } from "./panels/pieces";
import { MATRIX_SIZES, viewOf } from "./state";
import { useLoaded, useStore } from "./store";
import type { Matrix as Answer, Tie } from "./types";
import "./matrix.css";

/** A tie whose weaker side has at least this share of the stronger is shown as both friendly and hostile. */
const BOTH = 0.25;

type Member = Answer["actors"][number];

export function Matrix() {
  const { state, change, api, version, words } = useStore();
  const asked = { ...viewOf(state), limit: state.strongest };
  const loaded = useLoaded(`${JSON.stringify(asked)} ${version}`, (signal) => api.ties(asked, signal));
  return (
    <div class="scroll matrix">
      <div class="matrix-head">
        <h1>{words.matrixTitle}</h1>
        <label>
          {words.howMany}{" "}
          <select value={state.strongest} onChange={(event) => change({ strongest: Number(event.currentTarget.value) })}>
            {MATRIX_SIZES.map((size) => <option key={size} value={size}>{size}</option>)}
          </select>
        </label>
        <p>{words.matrixSays} {words.chooseCell}</p>
      </div>
      <Await loaded={loaded}>{(answer) => (answer.ties.length === 0 ? <p>{words.noTies}</p> : <Table answer={answer} />)}</Await>
    </div>
  );
}

function Table({ answer }: { answer: Answer }) {
  const { words } = useStore();
  const actors = useMemo(() => byBloc(answer.actors), [answer]);
  const ties = useMemo(() => new Map(answer.ties.flatMap((tie) => both(tie))), [answer]);
  const most = Math.max(...answer.ties.map((tie) => Math.abs(tie.net)));
  const [reached, setReached] = useState<string | null>(null);
  const first = actors.flatMap((a) => actors.map((b) => key(a.id, b.id))).find((at) => ties.has(at));
  const stop = reached && ties.has(reached) ? reached : first;
  const cell = (a: Member, b: Member) => {
    const tie = ties.get(key(a.id, b.id));
    return tie && <Cell tie={tie} share={Math.abs(tie.net) / most} a={a} b={b} isStop={key(a.id, b.id) === stop} onReach={setReached} />;
  };
  return (
    <table class="ties-matrix" onKeyDown={walk}>
      <caption class="heard">{words.matrixTitle}. {words.matrixSays}</caption>
      <thead>
        <tr><td />{actors.map((actor, nth) => <th key={actor.id} scope="col" class={edgeOfBloc(actors, nth)}><span><Name actor={actor} /></span></th>)}</tr>
      </thead>
      <tbody>
        {actors.map((a, nth) => (
          <tr key={a.id} class={edgeOfBloc(actors, nth)}>
            <th scope="row"><Name actor={a} /></th>
            {actors.map((b, column) => (
              <td key={b.id} class={`${a.id === b.id ? "self" : ""} ${edgeOfBloc(actors, column)}`}>{cell(a, b)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Blocs in their order, those without one last; the strongest first within. */
function byBloc(actors: Member[]): Member[] {
  const nth = (actor: Member) => actor.bloc ?? Number.MAX_SAFE_INTEGER;
  return [...actors].sort((a, b) => nth(a) - nth(b));
}

function edgeOfBloc(actors: Member[], nth: number): string {
  return nth > 0 && actors[nth]?.bloc !== actors[nth - 1]?.bloc ? "edge-of-bloc" : "";
}

function key(a: string, b: string): string {
  return `${a},${b}`;
}

function both(tie: Tie): [string, Tie][] {
  return [[key(tie.a.id, tie.b.id), tie], [key(tie.b.id, tie.a.id), tie]];
}

/** The actor of a row or column, which opens its panel; reached by the search too, so it is no stop of its own. */
function Name({ actor }: { actor: Member }) {
  const { change } = useStore();
  const open = () => change({ selection: { kind: "actor", id: actor.id } });
  return <button class="link" tabIndex={-1} onClick={open} title={actor.label}><bdi>{actor.label}</bdi></button>;
}

interface CellProps {
  tie: Tie;
  /** Of the strongest net weight, 0 to 1. */
  share: number;
  a: Member;
  b: Member;
  isStop: boolean;
  onReach: (at: string) => void;
}

function Cell({ tie, share, a, b, isStop, onReach }: CellProps) {
  const { change, state, words } = useStore();
  const figure = useFigure();
  const at = key(a.id, b.id);
  const says = words.tieIs(figure(tie.net), figure(tie.friendly), figure(tie.hostile), tie.edges);
  const shown = `${glyph(tie)}${figure(Math.abs(tie.net), Math.abs(tie.net) < 10 ? 1 : 0)}`;
  const isShown = state.selection?.kind === "pair" && [at, key(b.id, a.id)].includes(state.selection.id);
  return (
    <button
      class={`cell ${shade(tie, share)}`} tabIndex={isStop ? 0 : -1} aria-pressed={isShown} title={`${a.label} – ${b.label}: ${says}`}
      aria-label={`${shown} ${words.tieOf(a.label, b.label)}: ${says}`} onFocus={() => onReach(at)}
      onClick={() => change({ selection: { kind: "pair", id: at } })}
    >
      {shown}
    </button>
  );
}

function isBoth({ friendly, hostile }: Tie): boolean {
  return Math.min(friendly, hostile) >= BOTH * Math.max(friendly, hostile) && Math.min(friendly, hostile) > 0;
}

function glyph(tie: Tie): string {
  if (isBoth(tie)) return "±";
  return tie.net < 0 ? "−" : "+";
}

/** One of three shades of a colour; the sign stands in the cell too. */
function shade(tie: Tie, share: number): string {
  const strength = share > 0.5 ? 3 : share > 0.15 ? 2 : 1;
  const sign = tie.net > 0 ? "friendly" : tie.net < 0 ? "hostile" : "even";
  return `${sign}${strength} ${isBoth(tie) ? "both" : ""}`;
}

const STEPS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrow keys go to the next cell with a tie. */
function walk(event: KeyboardEvent) {
  const step = STEPS[event.key];
  const from = (event.target as Element).closest("td");
  const rows = from?.closest("tbody")?.rows;
  if (!step || !from || !rows) return;
  let [row, column] = [(from.parentElement as HTMLTableRowElement).sectionRowIndex, from.cellIndex];
  for (;;) {
    [row, column] = [row + step[0], column + step[1]];
    const cell = rows[row]?.cells[column];
    if (!cell || column === 0) return;
    const button = cell.querySelector("button");
    if (button) {
      event.preventDefault();
      return button.focus();
    }
  }
}
