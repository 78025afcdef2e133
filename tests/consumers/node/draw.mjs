// Draws SVG files as PNG files beside them, with resvg: no browser, no network, fonts of this machine.
import { readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

for (const path of process.argv.slice(2)) {
  const drawing = new Resvg(readFileSync(path, "utf8"), { background: "white", fitTo: { mode: "width", value: 1200 } });
  writeFileSync(`${path}.png`, drawing.render().asPng());
}
