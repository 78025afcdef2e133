// The network on a canvas: pan, zoom, point at, pick.
import { useEffect, useRef, useState } from "preact/hooks";

import { MOST_ACTORS } from "../state";
import { useStore, type Loaded } from "../store";
import type { Network } from "../types";
import { fill, spaced } from "../words";
import { inSpan } from "./build";
import { Legend } from "./legend";
import { saveData, savePicture } from "./save";
import { Stage, type Pointed } from "./stage";

interface Props {
  loaded: Loaded<Network>;
  /** Months that a hand on the slider spans just now, before the server is asked. */
  span: [string, string] | null;
}

export function Canvas({ loaded: { value: network, loading }, span }: Props) {
  const { state, words } = useStore();
  const [pointed, point] = useState<Pointed>(null);
  const [place, stage, failed] = useStage(network, point);
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
      <Legend />
      {network && <Tally network={network} />}
    </section>
  );
}

/** A stage for the network, once there is one, in the theme of the page. */
function useStage(network: Network | null, point: (pointed: Pointed) => void) {
  const { state, change } = useStore();
  const place = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const [failed, fail] = useState(false);
  const hands = {
    pick: (selection: typeof state.selection) => change({ selection }),
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
      stage.current.select(state.selection);
    } catch {
      // A browser without WebGL.
      fail(true);
    }
  }, [network]);
  useEffect(() => stage.current?.select(state.selection), [state.selection?.kind, state.selection?.id]);
  useEffect(() => stage.current?.moveTo(state.view), [state.view]);
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
  const quick = { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250 };
  const picture = () => stage.current && savePicture(stage.current.renderer);
  const buttons: [string, string, () => void][] = [
    ["+", words.zoomIn, () => void camera()?.animatedZoom(quick)],
    ["−", words.zoomOut, () => void camera()?.animatedUnzoom(quick)],
    ["⤢", words.fit, () => void camera()?.animatedReset(quick)],
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
  if (!pointed) return null;
  if (pointed.kind === "actor") return <p class="pointer" aria-hidden="true"><bdi>{pointed.label}</bdi></p>;
  const { ends: [a, b], data: { heads, relations, sign } } = pointed;
  const arrow = heads[0] ? (heads[1] ? "↔" : "←") : heads[1] ? "→" : "–";
  return (
    <p class="pointer" aria-hidden="true"><bdi>{a}</bdi> {arrow} <bdi>{b}</bdi><br /><span class={`sign${sign}`}>{relations.map(spaced).join(", ")}</span></p>
  );
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
