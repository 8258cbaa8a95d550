// A caller that knows one document and nothing else. An error is {error: {type, message}}, and programs branch on `type`. Every
// answer names its request in a header, by which billing and errors are found; what support needs is that id, the time, the
// model, the path and the whole body. 429 waits Retry-After. After a 5xx one tries later, or asks support; nothing else is
// tried again. What is rejected before it was processed costs nothing.
//
// node typed.mjs generate MODEL PROMPT | cancel ID, with BASE_URL and API_KEY in the environment
import { setTimeout as sleep } from 'node:timers/promises';

const { BASE_URL, API_KEY } = process.env;
const [job, ...args] = process.argv.slice(2);
const ATTEMPTS = 5;

/** What a person is told to look at, by type; by status for types that came later. */
const LOOK_AT = {
  INSUFFICIENT_CREDITS: 'wallet',
  TIER_LOCKED: 'plan',
  MODEL_NOT_ALLOWED: 'models of the key',
  UNKNOWN_MODEL: 'model name',
  ROUTE_NOT_FOUND: 'base URL',
};
const BY_STATUS = { 401: 'key', 402: 'wallet', 403: 'permissions', 404: 'path' };

const say = (line) => console.log(JSON.stringify(line));

async function call(method, path, body) {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(BASE_URL + path, {
      method,
      headers: { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const requestId = answer.headers.get('X-Request-Id');
    const json = await answer.json();
    if (answer.ok) return json;

    const { type, message } = json.error;
    const again = answer.status === 429 && attempt < ATTEMPTS;
    const wait = again ? 1000 * Number(answer.headers.get('Retry-After') ?? 1) : undefined;
    say({ attempt, method, status: answer.status, wait_ms: wait ?? null, understood: { type, message, request_id: requestId } });
    if (!again) {
      const support = { request_id: requestId, time: new Date().toISOString(), model: body?.model, path, body: json };
      const look_at = answer.status >= 500 ? 'later' : (LOOK_AT[type] ?? BY_STATUS[answer.status] ?? 'request');
      say({ outcome: 'refused', error: type, show: message, look_at, support });
      process.exit();
    }
    await sleep(wait);
  }
}

if (job === 'cancel') await call('POST', `/api/v1/generations/${args[0]}/cancel`);

const [model, prompt] = args;
let generation = await call('POST', '/api/v1/generate', { model, prompt });
while (['pending', 'processing'].includes(generation.status)) {
  await sleep(300);
  generation = await call('GET', `/api/v1/generations/${generation.generation_id}`);
}
say({ outcome: generation.status, generation_id: generation.generation_id, credits_used: generation.credits_used });
