import { defineConfig } from "vitest/config";

// `npm run dev` shows the page of the sources with the answers of a server: aliansi serve --graph DIR
const server = process.env.ALIANSI_URL ?? "http://127.0.0.1:8017";
const answers = ["/api", "/sparql", "/health"];

// The server takes its own name and pages of its own alone: requests go to it as if from there.
const proxy = (path: string) => [path, { target: server, changeOrigin: true, headers: { origin: server } }];

export default defineConfig({
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  server: { proxy: Object.fromEntries(answers.map(proxy)) },
  test: { include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"] },
});
