// Which actors are named on the canvas: the greatest first, none over another, as many as there is room for.
import type Sigma from "sigma";

import type { Look } from "../colours";
import type { LineData, NodeData } from "./build";

const SIZE = 13;
const FONT = `${SIZE}px system-ui, sans-serif`;
/** Longer names are cut on the canvas; panels and lists have them whole. */
const LONGEST = 36;
/** Pixels of the canvas to one name, so that names do not hide the lines. */
const ROOM = 7000;
/** So many of the greatest dots are kept clear of names. */
const DOTS = 300;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Names the actors anew after every frame. `isNamed` says who may be named; `must` comes before all others. */
export class Labels {
  private readonly widths = new Map<string, number>();
  private order: string[] = [];
  isNamed: (actor: string) => boolean = () => true;
  must: readonly string[] = [];

  constructor(private readonly renderer: Sigma<NodeData, LineData>, private look: Look) {
    renderer.on("afterRender", () => this.draw());
    this.renew(look);
  }

  /** The graph or the theme is another one. */
  renew(look: Look) {
    const graph = this.renderer.getGraph();
    this.look = look;
    this.order = graph.nodes().sort((a, b) => graph.getNodeAttribute(b, "size") - graph.getNodeAttribute(a, "size"));
  }

  private draw() {
    const pen = this.renderer.getCanvases()["labels"]?.getContext("2d");
    if (!pen) return;
    const { width, height } = this.renderer.getDimensions();
    const dots = this.order.slice(0, DOTS).flatMap((actor) => this.dot(actor) ?? []);
    const taken: Box[] = [];
    const most = Math.max(8, (width * height) / ROOM);
    Object.assign(pen, { font: FONT, textBaseline: "middle", lineJoin: "round", lineWidth: 3.5, strokeStyle: this.look.paper, fillStyle: this.look.ink });
    for (const actor of new Set([...this.must, ...this.order.filter(this.isNamed)])) {
      if (taken.length >= most) break;
      this.place(pen, actor, { left: 0, top: 0, right: width, bottom: height }, taken, dots);
    }
  }

  private dot(actor: string): Box | null {
    const data = this.renderer.getNodeDisplayData(actor);
    if (!data) return null;
    const { x, y } = this.renderer.framedGraphToViewport(data);
    const size = this.renderer.scaleSize(data.size);
    return { left: x - size, top: y - size, right: x + size, bottom: y + size };
  }

  /** Puts a name to the right of its dot, else to the left, below or above, where no other name and no dot is. */
  private place(pen: CanvasRenderingContext2D, actor: string, sheet: Box, taken: Box[], dots: Box[]) {
    const data = this.renderer.getNodeDisplayData(actor);
    if (!data?.label) return;
    const { x, y } = this.renderer.framedGraphToViewport(data);
    if (x < sheet.left || x > sheet.right || y < sheet.top || y > sheet.bottom) return;
    const text = shortened(data.label);
    const width = this.width(pen, text);
    const away = this.renderer.scaleSize(data.size) + 3;
    const below = away + SIZE / 2;
    const starts: [number, number][] = [[x + away, y], [x - away - width, y], [x - width / 2, y + below], [x - width / 2, y - below]];
    for (const [left, middle] of starts) {
      const box = { left, right: left + width, top: middle - SIZE / 2, bottom: middle + SIZE / 2 };
      if (left < sheet.left || box.right > sheet.right) continue;
      if (taken.some((other) => overlap(box, other)) || dots.some((other) => overlap(box, other))) continue;
      taken.push(box);
      pen.strokeText(text, left, middle);
      pen.fillText(text, left, middle);
      return;
    }
  }

  private width(pen: CanvasRenderingContext2D, text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    const { width } = pen.measureText(text);
    this.widths.set(text, width);
    return width;
  }
}

function shortened(label: string): string {
  const signs = [...label];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : label;
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
