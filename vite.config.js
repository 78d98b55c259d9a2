// Builds assets/ into app/static/ with hashed names and a manifest that app/assets.py reads.
import { defineConfig } from "vite";
import { sprite } from "./assets/sprite.js";

export default defineConfig({
  base: "/static/",
  publicDir: false,
  plugins: [sprite()],
  worker: { format: "es" },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ["node_modules"],
        quietDeps: true,
        // Bootstrap 5.3 is written for Sass's @import.
        silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
      },
    },
  },
  build: {
    outDir: "app/static",
    emptyOutDir: true,
    manifest: "manifest.json",
    // The Content-Security-Policy allows no font or script from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: ["assets/main.js", "assets/map.js", "assets/main.scss"],
      // htmx holds an eval() that our policy and its allowEval: false both forbid.
      checks: { eval: false, pluginTimings: false },
    },
  },
});
