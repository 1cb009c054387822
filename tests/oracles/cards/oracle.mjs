// Reads one request a line, writes one answer a line. Requests:
//   { "expand": template, "data": data }  ->  { "card": card } or { "error": message }
//   { "render": card }                    ->  { "events": [...], "texts": [...], "tags": [...] }: tags are the elements inside the texts
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import AEL from 'adaptive-expressions';
import { Template } from 'adaptivecards-templating';
import MarkdownIt from 'markdown-it';
import { JSDOM } from 'jsdom';

const answer = (request) => {
    try {
        return 'expand' in request ? expand(request) : render(request.render);
    } catch (error) {
        return { error: String(error.message ?? error) };
    }
};

const expand = ({ expand, data }) => {
    const card = new Template(expand).expand({ $root: data });
    return { card: card === undefined ? null : card };
};

// The tests wrap what must be escaped in these functions and escape what stands between the marks.
const mark = (name, opening, closing, inText) =>
    AEL.ExpressionFunctions.standardFunctions.set(name, new AEL.ExpressionEvaluator(name, (expression, state, options) => {
        const child = expression.children[0];
        let { value, error } = child.tryEvaluate(state, options);
        if (error && inText) {
            [value, error] = ['${' + child + '}', undefined];
        }
        const marks = !error && value != null && (inText || typeof value === 'string');
        return { value: marks ? opening + value.toString() + closing : value, error };
    }));
mark('markdownValue', '\uE000', '\uE001', false);
mark('markdownPart', '\uE000', '\uE001', true);
mark('dateTextValue', '\uE002', '\uE003', false);
mark('dateTextPart', '\uE002', '\uE003', true);

// adaptivecards takes its document from the global scope when it is loaded.
const { window } = new JSDOM('<!doctype html>', { url: 'http://localhost/' });
Object.assign(globalThis, { window, document: window.document });
for (const name of Object.getOwnPropertyNames(window)) {
    if (/^(HTML.*Element|Node|Element|Event|KeyboardEvent|MouseEvent)$/.test(name)) {
        globalThis[name] = window[name];
    }
}
// jsdom lays nothing out, so it has no innerText; the renderer sets it for plain text.
Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
    get() { return this.textContent; },
    set(text) { this.textContent = text; },
});
const AC = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
const markdown = new MarkdownIt();
AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
};

const render = (json) => {
    const card = new AC.AdaptiveCard();
    const context = new AC.SerializationContext();
    card.parse(json, context);
    const events = [];
    for (let i = 0; i < context.eventCount; i++) {
        const { event, message } = context.getEventAt(i);
        events.push(`${AC.ValidationEvent[event]}: ${message}`);
    }
    for (const { event, message } of card.validateProperties().validationEvents) {
        events.push(`${AC.ValidationEvent[event]}: ${message}`);
    }
    const element = card.render();
    const texts = [...(element?.querySelectorAll('.ac-textBlock, .ac-textRun') ?? [])];
    return {
        events,
        texts: texts.map((node) => node.textContent),
        tags: [...new Set(texts.flatMap((node) => [...node.querySelectorAll('*')].map((inner) => inner.tagName)))],
    };
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + '\n');
}
