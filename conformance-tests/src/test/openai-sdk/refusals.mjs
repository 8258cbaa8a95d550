// Meets every refusal that it is told to with the official SDK, each with one retry, and writes a line of JSON on each: how
// often and after how long it called, what the server's headers said, and what the SDK made of the error.
//
// node refusals.mjs FILE, with BASE_URL and API_KEY in the environment; in FILE is [{name, method, path, headers, body?}]
import { readFile } from 'node:fs/promises';
import OpenAI from 'openai';

const { BASE_URL, API_KEY } = process.env;

// All cases wait at the same time, but few call at the same time: a server that is full would answer for itself.
let places = 32;
const queue = [];
const enter = () => (places > 0 ? places-- : new Promise((go) => queue.push(go)));
const leave = () => (queue.length > 0 ? queue.shift()() : places++);

async function meet({ name, method, path, headers, body }) {
  const calls = [];
  const client = new OpenAI({
    apiKey: API_KEY,
    baseURL: BASE_URL,
    maxRetries: 1,
    fetch: async (...call) => {
      await enter();
      const started = performance.now();
      const answer = await fetch(...call).finally(leave);
      const ended = performance.now();
      const says = (header) => answer.headers.get(header);
      calls.push({
        started,
        ended,
        status: answer.status,
        should_retry: says('X-Should-Retry'),
        retry_after_ms: says('Retry-After-Ms'),
        request_id: says('X-Request-Id'),
      });
      return answer;
    },
  });
  try {
    await client[method.toLowerCase()](path, { headers, body });
    return { name, calls: calls.length, error: null };
  } catch (error) {
    const { should_retry, retry_after_ms } = calls[0];
    const { request_id } = calls.at(-1);
    const statuses = calls.map((call) => call.status);
    const waited_ms = calls.length > 1 ? calls[1].started - calls[0].ended : null;
    const { constructor, status, code, type, param, message, requestID } = error;
    const understood = { class: constructor.name, status, code, type, param, message, requestID };
    return { name, calls: calls.length, statuses, waited_ms, should_retry, retry_after_ms, request_id, error: understood };
  }
}

const cases = JSON.parse(await readFile(process.argv[2], 'utf8'));
await Promise.all(cases.map(async (one) => console.log(JSON.stringify(await meet(one)))));
