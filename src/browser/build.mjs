// Bundles the browser modules into wwwroot/dist, and the kit's style sheet beside them. Run by the .NET build, which
// passes the path of the kit's package; `node build.mjs --watch` keeps bundling.
import { context } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { writeKitSheet } from './kit.mjs';
import { world } from './map/basemap/data/world.mjs';

const DIST = '../../wwwroot/dist';

mkdirSync(DIST, { recursive: true });
// A part of a sheet below.
const kit = process.argv.indexOf('--kit');
if (kit > 0) {
  await writeKitSheet(process.argv[kit + 1], `${DIST}/kit.css`);
}

const options = {
  outdir: DIST,
  bundle: true,
  target: ['es2022'],
  minify: true,
  sourcemap: false,
  logLevel: 'warning',
};

const bundles = [
  await context({ ...options, entryPoints: ['explore.ts', 'importing.ts', 'sharing.ts', 'embed.ts', 'story.ts'], format: 'esm' }),
  // One sheet for each sort of page, so that a first visit asks for one; the few pictures of Leaflet's stay inside.
  await context({ ...options, entryPoints: ['explore', 'document', 'importing', 'embed', 'story', 'story-edit'].map(name => `sheets/${name}.css`), outbase: 'sheets', loader: { '.png': 'dataurl' } }),
  // Runs before the first paint, so it cannot be a module: those wait for the whole page.
  await context({ ...options, entryPoints: ['theme.ts'], format: 'iife' }),
  // Started by the first, beside the page.
  await context({ ...options, entryPoints: ['tiles/tiles-worker.ts'], outbase: 'tiles', format: 'iife' }),
];
for (const bundle of bundles) {
  if (process.argv.includes('--watch')) {
    await bundle.watch();
  } else {
    await bundle.rebuild();
    await bundle.dispose();
  }
}

writeFileSync(`${DIST}/world.json`, `${JSON.stringify(world())}\n`);
