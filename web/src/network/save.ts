// What is shown, as a file.
import type Sigma from "sigma";

import type { Network } from "../types";
import type { LineData, NodeData } from "./build";

export function saveData(network: Network) {
  save(new Blob([JSON.stringify(network, null, 1)], { type: "application/json" }), "aliansi.json");
}

/** The layers of the canvas on one sheet with the page's background. */
export function savePicture(renderer: Sigma<NodeData, LineData>) {
  const layers = Object.values(renderer.getCanvases());
  const [first] = layers;
  if (!first) return;
  const sheet = Object.assign(document.createElement("canvas"), { width: first.width, height: first.height });
  const pen = sheet.getContext("2d");
  if (!pen) return;
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  // What WebGL drew is gone after the frame.
  renderer.refresh();
  for (const layer of layers) pen.drawImage(layer, 0, 0);
  sheet.toBlob((blob) => blob && save(blob, "aliansi.png"));
}

function save(blob: Blob, name: string) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
