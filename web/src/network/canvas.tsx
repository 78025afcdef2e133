// The network on a canvas: pan, zoom, point at, pick.
import { useEffect, useRef, useState } from "preact/hooks";

import { useActor } from "../actor";
import { MOST_ACTORS, type Selection } from "../state";
import { useStore, type Loaded } from "../store";
import type { Network } from "../types";
import { fill, spaced, type Words } from "../words";
import { inSpan, type Said } from "./build";
import { Legend } from "./legend";
import { saveData, savePicture } from "./save";
import { quick, Stage, type Pointed } from "./stage";

interface Props {
  loaded: Loaded<Network>;
  /** Months that a hand on the slider spans just now, before the server is asked. */
  span: [string, string] | null;
}

export function Canvas({ loaded: { value: network, loading }, span }: Props) {
  const { state, words } = useStore();
  const [pointed, point] = useState<Pointed>(null);
  const picked = usePicked(network);
  const [place, stage, failed] = useStage(network, picked.selection, point);
  useEffect(() => {
    if (span) stage.current?.narrow((edge) => inSpan(edge, span[0], span[1], state.undated));
    else if (!loading) stage.current?.narrow(null);
  }, [span?.[0], span?.[1], loading]);
  return (
    <section class="canvas" aria-label={words.canvas}>
      <div class="stage" ref={place} data-actors={network?.nodes.length ?? 0} data-ties={network?.edges.length ?? 0} />
      {failed && <p class="wait" role="alert">{words.noCanvas}</p>}
      <Tools stage={stage} network={network} />
      <Pointer pointed={pointed} />
      <Legend network={network} />
      {picked.missing && network && !loading && <Missing name={picked.missing} id={picked.selection?.id ?? ""} shown={network.nodes.length} />}
      {network && <Tally network={network} />}
    </section>
  );
}

/** What is picked as it is drawn: a leader or an army may be drawn as its state. `missing` is the name of who is not drawn at all. */
function usePicked(network: Network | null): { selection: Selection | null; missing: string | null } {
  const { selection } = useStore().state;
  const isDrawn = (id: string) => network === null || network.nodes.some((node) => node.id === id);
  const other = useActor(selection?.kind === "actor" && !isDrawn(selection.id) ? selection.id : null);
  if (!other) return { selection, missing: null };
  return { selection: { kind: "actor", id: other.id }, missing: isDrawn(other.id) ? null : other.label };
}

function Missing({ name, id, shown }: { name: string; id: string; shown: number }) {
  const { change, words } = useStore();
  return (
    <p class="missing" role="status">
      <bdi>{fill(words.notDrawn, { name, shown })}</bdi> <button onClick={() => change({ around: id })}>{words.aroundOnly}</button>
    </p>
  );
}

/** A stage for the network, once there is one, in the theme of the page. */
function useStage(network: Network | null, picked: Selection | null, point: (pointed: Pointed) => void) {
  const { state, change } = useStore();
  const place = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const [failed, fail] = useState(false);
  const hands = {
    pick: (selection: Selection | null) => change({ selection }),
    expand: (around: string) => change({ around, selection: { kind: "actor", id: around } }),
    point,
    move: (view: typeof state.view) => change({ view }, true),
  };
  useEffect(() => {
    if (!place.current || !network || failed) return;
    try {
      if (stage.current) stage.current.show(network);
      else stage.current = new Stage(place.current, network, hands);
      stage.current.moveTo(state.view);
      stage.current.select(picked);
    } catch {
      // A browser without WebGL.
      fail(true);
    }
  }, [network]);
  useEffect(() => stage.current?.moveTo(state.view), [state.view]);
  useEffect(() => {
    stage.current?.select(picked);
    stage.current?.seek();
  }, [picked?.kind, picked?.id]);
  useEffect(() => {
    const theme = matchMedia("(prefers-color-scheme: dark)");
    const renew = () => network && stage.current?.show(network);
    theme.addEventListener("change", renew);
    return () => theme.removeEventListener("change", renew);
  }, [network]);
  useEffect(() => () => stage.current?.kill(), []);
  return [place, stage, failed] as const;
}

function Tools({ stage, network }: { stage: { current: Stage | null }; network: Network | null }) {
  const { words } = useStore();
  const camera = () => stage.current?.renderer.getCamera();
  const picture = () => stage.current && savePicture(stage.current.renderer);
  const buttons: [string, string, () => void][] = [
    ["+", words.zoomIn, () => void camera()?.animatedZoom(quick())],
    ["−", words.zoomOut, () => void camera()?.animatedUnzoom(quick())],
    ["⤢", words.fit, () => void camera()?.animatedReset(quick())],
    ["PNG", words.picture, () => void picture()],
    ["JSON", words.data, () => network && saveData(network)],
  ];
  return (
    <div class="tools">
      {buttons.map(([sign, name, act]) => <button key={name} type="button" onClick={act} title={name} aria-label={name}>{sign}</button>)}
    </div>
  );
}

/** Says what the pointer is on. Who does not point has the list. */
function Pointer({ pointed }: { pointed: Pointed }) {
  const { words } = useStore();
  if (!pointed) return null;
  if (pointed.kind === "actor") return <p class="pointer" aria-hidden="true"><bdi>{pointed.label}</bdi></p>;
  const { ends: [a, b], data: { heads, isFirm, said, sign } } = pointed;
  const arrow = heads[0] ? (heads[1] ? "↔" : "←") : heads[1] ? "→" : "–";
  return (
    <p class="pointer" aria-hidden="true"><bdi>{a}</bdi> {arrow} <bdi>{b}</bdi><br /><span class={`sign${sign}`}>{isFirm ? firm(said) : said.map((it) => unsure(it, words)).join(", ")}</span></p>
  );
}

function firm(said: Said[]): string {
  return [...new Set(said.map(({ relation }) => spaced(relation)))].join(", ");
}

/** A relation that is no fact, with what the texts make of it. */
function unsure({ relation, status, contested }: Said, words: Words): string {
  return `${spaced(relation)} (${contested ? `${words[status]}, ${words.contested}` : words[status]})`;
}

function Tally({ network }: { network: Network }) {
  const { state, change, words } = useStore();
  return (
    <p class="tally" role="status">
      {fill(words.shown, { actors: network.nodes.length, edges: network.edges.length })}
      {network.cut && ` · ${fill(words.cut, { shown: network.nodes.length, all: network.of.actors })} `}
      {network.cut && state.actors < MOST_ACTORS && (
        <button class="link" onClick={() => change({ actors: Math.min(state.actors * 2, MOST_ACTORS) })}>{words.more}</button>
      )}
    </p>
  );
}
