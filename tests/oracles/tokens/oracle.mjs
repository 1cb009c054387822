// Asks botframework-connector for its verdict on every token. Reads { appId, issuer, metadata, cases } from standard input and
// writes one { accepted, why } per case to standard output. The reference itself reports to standard error.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = require('botframework-connector');

const { appId, issuer, metadata, cases } = JSON.parse(readFileSync(0, 'utf8'));
const authentication = BotFrameworkAuthenticationFactory.create(
  '', true, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com', issuer, 'https://api.botframework.com',
  metadata, metadata, '', new PasswordServiceClientCredentialFactory(appId, 'unused'), { requiredEndorsements: [] });

const verdicts = [];
for (const { authorization, channelId, serviceUrl } of cases) {
  try {
    // HTTP servers drop whitespace around a header's value before anybody sees it.
    await authentication.authenticateRequest({ type: 'message', channelId, serviceUrl }, (authorization ?? '').trim());
    verdicts.push({ accepted: true, why: '' });
  } catch (error) {
    verdicts.push({ accepted: false, why: String(error.message) });
  }
}
process.stdout.write(JSON.stringify(verdicts));
