// Bundles the page into the folder given: index.html, one script and one style sheet, each named by its content and compressed twice.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const out = process.argv[2];
mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) {
  rmSync(join(out, old));
}

const bundled = await build({
  entryPoints: { app: 'main.js', style: 'style.css' },
  outdir: out,
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome123', 'firefox121', 'safari17.5'],
  loader: { '.svg': 'text' },
  alias: { swiper: './stubs/swiper.js', 'swiper/modules': './stubs/swiper.js' },
  legalComments: 'none',
  logLevel: 'warning',
});

// Its own texts in English; texts.js puts another language in their place.
const texts = JSON.parse(readFileSync('texts/en.json', 'utf8'));
let html = readFileSync('index.html', 'utf8').replace(/\{(\w+)\}/g, (_, key) => texts[key]);
for (const file of bundled.outputFiles) {
  const [name, extension] = file.path.split(/[\\/]/).pop().split('.');
  const hashed = `${name}-${createHash('sha256').update(file.contents).digest('hex').slice(0, 12)}.${extension}`;
  html = html.replace(`${name}.${extension}`, hashed);
  write(hashed, file.contents);
}

// Last: its time tells the build that all is there.
write('index.html', Buffer.from(html));

function write(name, bytes) {
  const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes, smallest));
  writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
