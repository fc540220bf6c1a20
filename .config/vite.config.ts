import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin as VitePlugin } from 'vite';
import { noticesOf } from '../electron/dev/notices.ts';

const root = fileURLToPath(new URL('../renderer/', import.meta.url));

/** Lays what the packages that ship ask to be said beside the window that shows it. */
const notices: VitePlugin = {
  name: 'notices',
  generateBundle() {
    const source = JSON.stringify(noticesOf(this.getModuleIds()));
    this.emitFile({ type: 'asset', fileName: 'notices.json', source });
  },
};

export default defineConfig({
  root,
  base: './',
  plugins: [svelte({ configFile: false }), notices],
  cacheDir: fileURLToPath(new URL('../.cache/vite/', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer/', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    modulePreload: { polyfill: false },
    // The content security policy has no `data:`, so nothing may be inlined.
    assetsInlineLimit: 0,
    // Read from the disk beside it, once.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
