// The network on a canvas: pan, zoom, point at, pick.
import { useEffect, useMemo, useRef } from "preact/hooks";
import Sigma from "sigma";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";

import { MOST_ACTORS } from "../state";
import { useStore, type Loaded } from "../store";
import type { Network } from "../types";
import { fill } from "../words";
import { build, inSpan, type Drawn, type LineData, type NodeData } from "./build";
import { Legend } from "./legend";
import { DashedLine, SolidLine } from "./lines";
import { savePicture, saveData } from "./save";

type Renderer = Sigma<NodeData, LineData>;

interface Props {
  loaded: Loaded<Network>;
  /** Months that a hand on the slider spans just now, before the server is asked. */
  span: [string, string] | null;
}

export function Canvas({ loaded, span }: Props) {
  const { state, change, words } = useStore();
  const place = useRef<HTMLDivElement>(null);
  const renderer = useRef<Renderer | null>(null);
  const pointed = useRef<string | null>(null);
  const network = loaded.value;
  const drawn = useMemo(
    () => network && build(network, (edge) => !span || inSpan(edge, span[0], span[1], state.undated)),
    [network, span?.[0], span?.[1], state.undated],
  );

  useEffect(() => {
    if (!place.current || !drawn) return;
    if (renderer.current) {
      renderer.current.setGraph(drawn);
      return;
    }
    renderer.current = draw(place.current, drawn);
    listen(renderer.current, pointed, change);
  }, [drawn]);
  useEffect(() => () => renderer.current?.kill(), []);
  useEffect(() => {
    if (!renderer.current || !drawn) return;
    emphasise(renderer.current, drawn, pointed, state.selection);
  }, [drawn, state.selection?.kind, state.selection?.id]);

  const camera = () => renderer.current?.getCamera();
  const quick = { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250 };
  return (
    <section class="canvas" aria-label={words.canvas}>
      <div class="stage" ref={place} data-actors={drawn?.order ?? 0} data-lines={drawn?.size ?? 0} />
      <div class="tools" role="toolbar" aria-label={words.views}>
        <button onClick={() => camera()?.animatedZoom(quick)} title={words.zoomIn} aria-label={words.zoomIn}>＋</button>
        <button onClick={() => camera()?.animatedUnzoom(quick)} title={words.zoomOut} aria-label={words.zoomOut}>－</button>
        <button onClick={() => camera()?.animatedReset(quick)} title={words.fit} aria-label={words.fit}>⤢</button>
        <button onClick={() => renderer.current && savePicture(renderer.current)} title={words.picture} aria-label={words.picture}>▣</button>
        <button onClick={() => network && saveData(network)} title={words.data} aria-label={words.data}>{"{}"}</button>
      </div>
      <Legend />
      {network && (
        <p class="tally" role="status">
          {fill(words.shown, { actors: network.nodes.length, edges: network.edges.length })}
          {network.cut && ` · ${fill(words.cut, { shown: network.nodes.length, all: network.of.actors })} `}
          {network.cut && state.actors < MOST_ACTORS && (
            <button class="link" onClick={() => change({ actors: Math.min(state.actors * 2, MOST_ACTORS) })}>{words.more}</button>
          )}
        </p>
      )}
    </section>
  );
}

function draw(place: HTMLElement, drawn: Drawn): Renderer {
  const ink = getComputedStyle(place).color;
  return new Sigma<NodeData, LineData>(drawn, place, {
    allowInvalidContainer: true,
    defaultEdgeType: "solid",
    edgeProgramClasses: { solid: SolidLine, dashed: DashedLine },
    enableEdgeEvents: true,
    hideEdgesOnMove: false,
    labelColor: { color: ink },
    labelDensity: 0.6,
    labelGridCellSize: 90,
    labelRenderedSizeThreshold: 5,
    labelFont: "system-ui, sans-serif",
    minEdgeThickness: 1.2,
    stagePadding: 50,
    zIndex: true,
  });
}

function listen(renderer: Renderer, pointed: { current: string | null }, change: ReturnType<typeof useStore>["change"]) {
  const point = (node: string | null) => {
    pointed.current = node;
    renderer.refresh({ skipIndexation: true });
  };
  renderer.on("enterNode", ({ node }) => point(node));
  renderer.on("leaveNode", () => point(null));
  renderer.on("clickNode", ({ node }) => change({ selection: { kind: "actor", id: node } }));
  renderer.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    change({ around: node, selection: { kind: "actor", id: node } });
  });
  renderer.on("clickEdge", ({ edge }) =>
    change({ selection: { kind: "edge", id: renderer.getGraph().getEdgeAttribute(edge, "claim") } }));
  renderer.on("clickStage", () => change({ selection: null }));
}

/** Shows whom the pointer or the selection is about, with its neighbours; the rest steps back. */
function emphasise(
  renderer: Renderer,
  drawn: Drawn,
  pointed: { current: string | null },
  selection: ReturnType<typeof useStore>["state"]["selection"],
) {
  const line = selection?.kind === "edge" ? drawn.findEdge((_, data) => data.claims.includes(selection.id)) : undefined;
  const ends: string[] = line ? drawn.extremities(line) : [];
  const centre = () => pointed.current ?? (selection?.kind === "actor" ? selection.id : null);
  const isNear = (node: string) => {
    const at = centre();
    if (at && drawn.hasNode(at)) return node === at || drawn.areNeighbors(node, at);
    return ends.length === 0 || ends.includes(node);
  };
  renderer.setSetting("nodeReducer", (node, data): Partial<NodeDisplayData> =>
    isNear(node)
      ? { ...data, highlighted: node === centre(), forceLabel: node === centre() || ends.includes(node) }
      : { ...data, color: faded(), label: "", zIndex: 0 });
  renderer.setSetting("edgeReducer", (edge, data): Partial<EdgeDisplayData> => {
    const at = centre();
    const isOn = edge === line || (at && drawn.hasNode(at) ? drawn.hasExtremity(edge, at) : !line);
    return isOn ? { ...data, zIndex: 1, size: edge === line ? data.size * 2 : data.size } : { ...data, color: faded(), zIndex: 0 };
  });
}

function faded(): string {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "#3a3d42" : "#e2e2e2";
}
