// The drawing itself: Sigma with the page's colours, what is pointed at and what is picked.
import Sigma from "sigma";
import { NodePointProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";

import { lookOf, type Look } from "../colours";
import type { Selection, View } from "../state";
import type { Edge, Network } from "../types";
import { build, type Drawn, type LineData, type NodeData } from "./build";
import { Labels } from "./labels";
import { LineProgram } from "./lines";
import { pace } from "./pace";

export type Renderer = Sigma<NodeData, LineData>;

/** A camera that has not moved for so many milliseconds is at rest. */
const REST = 250;
/** Nearer to the rim than so many pixels is out of sight. */
const EDGE = 16;
/** All is seen. */
const WHOLE: View = { x: 0.5, y: 0.5, ratio: 1 };

/** What a pointer is on. */
export type Pointed = { kind: "actor"; label: string } | { kind: "line"; ends: [string, string]; data: LineData } | null;

/** What the reader does with the drawing. */
export interface Hands {
  pick: (selection: Selection | null) => void;
  /** Shows what is around an actor. */
  expand: (actor: string) => void;
  point: (pointed: Pointed) => void;
  /** The camera has come to rest; null where all is seen. */
  move: (view: View | null) => void;
}

/** Actors and lines that are looked at; without any, all are. */
interface Focus {
  actors: ReadonlySet<string>;
  lines: ReadonlySet<string>;
  /** The ones in the middle. */
  centres: readonly string[];
}

export class Stage {
  readonly renderer: Renderer;
  private readonly labels: Labels;
  private look: Look;
  private drawn: Drawn;
  private focus: Focus | null = null;
  private selection: Selection | null = null;
  private pointed: string | null = null;
  /** Lines outside of the span of time that a hand on the slider holds. */
  private hidden: ReadonlySet<string> = new Set();
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** Sigma itself heeds the window only; a panel that opens takes room, too. */
  private readonly room = new ResizeObserver(() => this.renderer.resize().scheduleRefresh());

  constructor(private readonly place: HTMLElement, private network: Network, private readonly hands: Hands) {
    this.look = lookOf(document.documentElement);
    this.drawn = build(network, this.look, factor(this.place));
    this.renderer = new Sigma<NodeData, LineData>(this.drawn, place, {
      allowInvalidContainer: true,
      defaultEdgeType: "line",
      edgeProgramClasses: { line: LineProgram },
      nodeProgramClasses: { circle: NodePointProgram },
      enableEdgeEvents: true,
      renderLabels: false,
      defaultDrawNodeHover: (pen, data) => ring(pen, data, this.look),
      minEdgeThickness: 1.2,
      stagePadding: 40,
      zIndex: true,
      nodeReducer: (actor, data) => this.actor(actor, data),
      edgeReducer: (line, data) => this.line(line, data),
    });
    this.labels = new Labels(this.renderer, this.look);
    this.labels.isNamed = (actor) => this.focus?.actors.has(actor) ?? true;
    this.listen();
    this.room.observe(place);
  }

  /** Draws another network, or the same one in another theme. */
  show(network: Network) {
    this.network = network;
    this.look = lookOf(document.documentElement);
    this.drawn = build(network, this.look, factor(this.place));
    this.pointed = null;
    this.hidden = new Set();
    this.attend();
    this.renderer.setGraph(this.drawn);
    this.labels.renew(this.look);
  }

  /** Shows those ties only that fit; null: all. */
  narrow(fits: ((edge: Edge) => boolean) | null) {
    if (fits === null && this.hidden.size === 0) return;
    this.hidden = fits === null ? new Set() : this.without(fits);
    this.renderer.refresh({ skipIndexation: true });
  }

  /** The lines of which no tie fits. */
  private without(fits: (edge: Edge) => boolean): Set<string> {
    const fitting = new Set(this.network.edges.filter(fits).map((edge) => edge.claim));
    const isOff = (data: LineData) => !data.claims.some((claim) => fitting.has(claim));
    return new Set(this.drawn.filterEdges((_, data) => isOff(data)));
  }

  /** Puts what is picked to the front. */
  select(selection: Selection | null) {
    this.selection = selection;
    this.refocus();
  }

  /** Moves the camera; null: to where all is seen. */
  moveTo(view: View | null) {
    clearTimeout(this.resting);
    if (key(this.view()) !== key(view)) this.renderer.getCamera().setState(view ?? WHOLE);
  }

  /** Brings the picked actor into sight where it lies outside. */
  seek() {
    const actor = this.selection?.kind === "actor" ? this.selection.id : null;
    const dot = actor === null ? undefined : this.renderer.getNodeDisplayData(actor);
    if (!dot) return;
    // The panel that opened with it has taken its room by now.
    const { width, height } = this.renderer.resize().getDimensions();
    const { x, y } = this.renderer.framedGraphToViewport(dot, { viewportDimensions: { width, height } });
    if (x > EDGE && x < width - EDGE && y > EDGE && y < height - EDGE) return;
    void this.renderer.getCamera().animate({ x: dot.x, y: dot.y }, quick());
  }

  kill() {
    clearTimeout(this.resting);
    this.room.disconnect();
    this.renderer.kill();
  }

  /** What is seen now; null if it is all. */
  private view(): View | null {
    const { x, y, ratio } = this.renderer.getCamera().getState();
    const short = (number: number) => Number(number.toFixed(4));
    const view = { x: short(x), y: short(y), ratio: short(ratio) };
    return key(view) === key(WHOLE) ? null : view;
  }

  private listen() {
    const { renderer, hands } = this;
    renderer.getCamera().on("updated", () => {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => hands.move(this.view()), REST);
    });
    const line = (edge: string) => ({ ends: this.drawn.extremities(edge), data: this.drawn.getEdgeAttributes(edge) });
    renderer.on("enterNode", ({ node }) => {
      hands.point({ kind: "actor", label: this.drawn.getNodeAttribute(node, "label") });
      this.point(node);
    });
    renderer.on("leaveNode", () => { hands.point(null); this.point(null); });
    renderer.on("enterEdge", ({ edge }) => {
      const { ends, data } = line(edge);
      const label = (actor: string) => this.drawn.getNodeAttribute(actor, "label");
      hands.point({ kind: "line", ends: [label(ends[0]), label(ends[1])], data });
    });
    renderer.on("leaveEdge", () => hands.point(null));
    renderer.on("clickNode", ({ node }) => hands.pick({ kind: "actor", id: node }));
    renderer.on("doubleClickNode", ({ node, preventSigmaDefault }) => { preventSigmaDefault(); hands.expand(node); });
    renderer.on("clickEdge", ({ edge }) => {
      const { ends, data } = line(edge);
      const [only] = data.claims;
      hands.pick(only && data.claims.length === 1 ? { kind: "edge", id: only } : { kind: "pair", id: ends.join(",") });
    });
    renderer.on("clickStage", () => hands.pick(null));
  }

  private point(actor: string | null) {
    const before = this.pointed;
    // Where a frame takes long, a hand that passes over actors must not have everything drawn anew; what is picked still is.
    this.pointed = pace.share < 1 ? null : actor;
    this.place.classList.toggle("pointing", actor !== null);
    if (this.pointed !== before) this.refocus();
  }

  private refocus() {
    this.attend();
    this.renderer.refresh({ skipIndexation: true });
  }

  private attend() {
    this.focus = this.focused();
    this.labels.must = this.focus?.centres ?? [];
  }

  /** What is looked at: what is pointed at, else what is picked. */
  private focused(): Focus | null {
    const { drawn, selection } = this;
    const actor = this.pointed ?? (selection?.kind === "actor" ? selection.id : null);
    if (actor !== null) return drawn.hasNode(actor) ? around(drawn, actor) : null;
    if (selection?.kind === "edge") {
      const line = drawn.findEdge((_, data) => data.claims.includes(selection.id));
      return line === undefined ? null : between(drawn.extremities(line), [line]);
    }
    const [a, b] = selection?.kind === "pair" ? selection.id.split(",") : [];
    if (a === undefined || b === undefined || !drawn.hasNode(a) || !drawn.hasNode(b)) return null;
    return between([a, b], drawn.edges(a, b));
  }

  private actor(actor: string, data: NodeData): Partial<NodeDisplayData> {
    if (this.focus === null) return data;
    if (!this.focus.actors.has(actor)) return { ...data, color: this.look.faded, zIndex: 0 };
    return { ...data, zIndex: 1, highlighted: this.focus.centres.includes(actor) };
  }

  private line(line: string, data: LineData): Partial<EdgeDisplayData> {
    if (this.hidden.has(line)) return { ...data, hidden: true };
    if (this.focus === null) return data;
    return this.focus.lines.has(line) ? { ...data, zIndex: 1 } : { ...data, color: this.look.faded, zIndex: 0 };
  }
}

/** How long the camera takes; for readers who want no motion as good as no time, as Sigma cannot divide by none. */
export function quick() {
  return { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : 250 };
}

const key = (view: View | null): string => (view ? `${view.x},${view.y},${view.ratio}` : "");

/** How much smaller than on a desk things are drawn in a place: on a phone about half as large. */
function factor({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(1, Math.max(0.5, Math.min(clientWidth, clientHeight * 1.4) / 800));
}

function around(drawn: Drawn, actor: string): Focus {
  return { actors: new Set([actor, ...drawn.neighbors(actor)]), lines: new Set(drawn.edges(actor)), centres: [actor] };
}

function between(ends: string[], lines: string[]): Focus {
  return { actors: new Set(ends), lines: new Set(lines), centres: ends };
}

/** A ring around a dot. */
function ring(pen: CanvasRenderingContext2D, dot: { x: number; y: number; size: number }, look: Look) {
  Object.assign(pen, { strokeStyle: look.accent, lineWidth: 3 });
  pen.beginPath();
  pen.arc(dot.x, dot.y, dot.size + 2, 0, Math.PI * 2);
  pen.stroke();
}
