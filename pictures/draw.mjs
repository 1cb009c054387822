// Makes the PNG of every drawing beside this file, for light and for dark hosts: heel.svg gives heel.light.png and heel.dark.png.
//   node pictures/draw.mjs        needs Chromium (Debian: apt-get install chromium), or its path in CHROMIUM
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const chromium = process.env.CHROMIUM ?? 'chromium';
const themes = { light: '#242424', dark: '#ffffff' };
// Twice the size at which cards show them, for screens of twice the density.
const scale = 2;

const work = mkdtempSync(join(tmpdir(), 'pictures-'));
for (const file of readdirSync(folder).filter(each => each.endsWith('.svg'))) {
  const svg = readFileSync(join(folder, file), 'utf8');
  const [, , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg).slice(1).map(Number);
  for (const [theme, color] of Object.entries(themes)) {
    const page = join(work, 'page.html');
    writeFileSync(page, `<!DOCTYPE html><body style="margin:0;color:${color}">${svg.replace('<svg ', `<svg width="${width}" height="${height}" style="display:block" `)}`);
    execFileSync(chromium, [
      '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--default-background-color=00000000',
      `--force-device-scale-factor=${scale}`, `--window-size=${width},${height}`,
      `--screenshot=${join(folder, file.replace('.svg', `.${theme}.png`))}`, `file://${page}`,
    ], { stdio: 'ignore' });
  }
}
rmSync(work, { recursive: true });
