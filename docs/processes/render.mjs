// Draws docs/processes/*.svg from processes/*: node docs/processes/render.mjs
// Needs Node 18+ with npm, and Chromium (another path: CHROMIUM=...). ModelInStepTests fails while a picture is stale.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const models = join(here, '../../processes');
const work = join(here, '../../target/render');
const chromium = process.env.CHROMIUM ?? 'chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update', '--virtual-time-budget=60000', '--dump-dom'];

mkdirSync(work, { recursive: true });
execFileSync('npm', ['install', '--prefix', work, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--silent',
  'bpmn-js@18.31.1'], { stdio: 'inherit' });

for (const file of readdirSync(models).filter((name) => /\.(bpmn|dmn)$/.test(name)).sort()) {
  const model = readFileSync(join(models, file));
  const source = `processes/${file} sha256:${createHash('sha256').update(model).digest('hex')}`;
  writeFileSync(join(here, `${parse(file).name}.svg`), `<!-- ${source} -->\n${drawn(file, model)}\n`);
}

function drawn(file, model) {
  const page = join(work, `${file}.html`);
  const script = file.endsWith('.dmn') ? [join(here, 'table.js')]
    : [join(work, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js'), join(here, 'diagram.js')];
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><body><div id="canvas"></div>
    <script type="text/plain" id="model">${model}</script>
    ${script.map((path) => `<script src="${pathToFileURL(path)}"></script>`).join('\n')}`);
  const dom = execFileSync(chromium, [...flags, pathToFileURL(page).href], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const svg = /<pre id="svg">([^]*)<\/pre>/.exec(dom.toString());
  if (!svg) {
    throw new Error(`${file}: no picture\n${dom.toString().slice(-2000)}`);
  }
  return svg[1].replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&').trim();
}
