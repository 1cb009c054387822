// Does a triage in the unmodified Microsoft 365 Agents Playground by the cards' buttons alone, against a bot that runs already:
//   dotnet run --project src/ClinicalBot            (in another terminal)
//   npm ci && npm start -- http://localhost:3978/api/messages
// The last card is written to the terminal; the picture to artifacts/screens/playground.png.
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const endpoint = process.argv[2] ?? 'http://localhost:3978/api/messages';
const picture = fileURLToPath(new URL('../../../artifacts/screens/playground.png', import.meta.url));
const cli = fileURLToPath(new URL('node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));

const port = await freePort();
const playground = spawn(process.execPath, [cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', `${port}`, '--disable-telemetry'],
  { env: { ...process.env, BROWSER: 'none' }, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  await new Promise((resolve, reject) => {
    playground.stdout.on('data', text => `${text}`.includes('Listening') && resolve());
    playground.on('exit', code => reject(new Error(`the playground ended with ${code}`)));
  });
  await triage();
} finally {
  playground.kill();
}

async function triage() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 1100 } });
    await page.goto(`http://127.0.0.1:${port}/`);
    const last = () => page.locator('.ac-adaptiveCard').last();
    const press = async (name, next) => {
      await last().getByRole('button', { name, exact: true }).first().click();
      await page.waitForFunction(text => [...document.querySelectorAll('.ac-adaptiveCard')].at(-1)?.innerText.includes(text), next);
    };
    const box = page.getByRole('textbox').last();
    await box.fill('hello');
    await box.press('Enter');
    await last().getByRole('button', { name: 'Start triage' }).waitFor();
    await press('Start triage', 'last local-anesthetic injection');
    await press('3 h ago', 'Can the patient move the leg?');
    await press('All normal', 'What does the patient feel?');
    await last().getByRole('radio', { name: 'present' }).check();
    await last().getByRole('radio', { name: 'no', exact: true }).check();
    for (const [list, value] of [[0, 'within the block area'], [1, 'normal'], [2, 'normal']]) {
      await last().getByRole('combobox').nth(list).click();
      await page.getByRole('option', { name: value, exact: true }).last().click();
    }
    await press('Continue', 'red flags?');
    await last().getByRole('radio', { name: 'yes' }).nth(1).check();
    await press('Continue', 'Emergency');
    const said = await last().innerText();
    if (!said.includes('Red flag: saddle numbness.')) {
      throw new Error(`no emergency: ${said}`);
    }
    console.log(said);
    await mkdir(new URL('../../../artifacts/screens/', import.meta.url), { recursive: true });
    await last().scrollIntoViewIfNeeded();
    await page.screenshot({ path: picture });
  } catch (error) {
    for (const context of browser.contexts()) {
      await context.pages()[0]?.screenshot({ path: picture.replace('.png', '.failed.png') });
    }
    throw error;
  } finally {
    await browser.close();
  }
}

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
