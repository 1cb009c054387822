// A bot on botbuilder and botbuilder-dialogs: a waterfall as long as the triage, whose state is in memory. Each step sends the card that
// the rehearsal has for it and updates the question before, as the triage does.
//   node bot.mjs --urls http://127.0.0.1:PORT --Rehearsal=rehearsal.json
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage, UserState } from 'botbuilder';
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';

const options = new Map();
for (let at = 2; at < process.argv.length; at++) {
    const [name, value] = process.argv[at].split(/=(.*)/s);
    options.set(name, value ?? process.argv[++at]);
}
const turns = JSON.parse(readFileSync(options.get('--Rehearsal'), 'utf8')).turns
    .map((calls) => calls.map(({ method, activity }) =>
      ({ method, content: { type: 'message', summary: activity.summary, attachments: activity.attachments } })));

const conversationState = new ConversationState(new MemoryStorage());
const userState = new UserState(new MemoryStorage());
const answersOf = userState.createProperty('answers');
const dialogs = new DialogSet(conversationState.createProperty('dialogs'));

const send = async (step, index) => {
    const answers = await answersOf.get(step.context, {});
    answers[index] = step.result ?? step.context.activity.text;
    const before = step.values.last;
    for (const { method, content } of turns[index]) {
        if (method === 'PUT') {
            await step.context.updateActivity({ ...content, id: before });
        } else {
            step.values.last = (await step.context.sendActivity({ ...content }))?.id;
        }
    }
};
const steps = turns.map((_, index) => async (step) => {
    await send(step, index);
    return index < turns.length - 1 ? step.prompt('text', {}) : step.endDialog();
});
dialogs.add(new TextPrompt('text'));
dialogs.add(new WaterfallDialog('triage', steps));

class Bot extends ActivityHandler {
    constructor() {
        super();
        this.onMessage(async (context, next) => {
            const dialog = await dialogs.createContext(context);
            if ((await dialog.continueDialog()).status === DialogTurnStatus.empty) {
                await dialog.beginDialog('triage');
            }
            await next();
        });
    }

    async run(context) {
        await super.run(context);
        await conversationState.saveChanges(context);
        await userState.saveChanges(context);
    }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (_, error) => console.error(error);
const bot = new Bot();

// What CloudAdapter expects of Express or Restify.
const asExpress = (response) => Object.assign(response, {
    status: (code) => { response.statusCode = code; return response; },
    header: (name, value) => response.setHeader(name, value),
    send: (body) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
});
const { hostname, port } = new URL(options.get('--urls'));
createServer((request, response) => {
    if (request.method === 'GET') {
        response.end();
        return;
    }
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
        request.body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        await adapter.process(request, asExpress(response), (context) => bot.run(context));
    });
}).listen(Number(port), hostname);
