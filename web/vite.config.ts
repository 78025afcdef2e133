import { defineConfig } from "vitest/config";

// `npm run dev` shows the page of the sources with the answers of a server: aliansi serve --graph DIR --port 7878
const server = process.env.ALIANSI_URL ?? "http://127.0.0.1:7878";
const answers = ["/api", "/sparql", "/health"];

export default defineConfig({
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  server: { proxy: Object.fromEntries(answers.map((path) => [path, { target: server, changeOrigin: true }])) },
  test: { include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"] },
});
