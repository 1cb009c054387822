// Reads { "manifest": manifest, "localization": strings } and writes what the official schemas of the manifest's own version find wrong.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import AppManifest from '@microsoft/app-manifest';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const folder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');
const schema = (file, version) => JSON.parse(readFileSync(join(folder, `v${version}`, file), 'utf8'));

const { manifest, localization } = JSON.parse(await text(process.stdin));
const version = manifest.manifestVersion;
const wrong = await AppManifest.AppManifestUtils.validateAgainstSchema(manifest, schema('MicrosoftTeams.schema.json', version));

// validateAgainstSchema cannot compile the schema of the strings: its patterns are no Unicode expressions.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv, ['uri']);
const strings = ajv.compile(schema('MicrosoftTeams.Localization.schema.json', version));
if (!strings(localization)) {
    wrong.push(...strings.errors.map((error) => `strings ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
}
process.stdout.write(JSON.stringify(wrong));
