// What the scripts for vault, sign-in and Graph share: a range's ready file, Microsoft's clients for it with ordinary options,
// and a line of JSON for each thing tried: what came of it, or the error as the library tells it.
import { readFileSync } from 'node:fs';
import { ClientSecretCredential } from '@azure/identity';
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';

export const ready = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const retryOptions = { maxRetries: 0 };

export const credential = (changed = {}) => {
  const { tenant, client, secret } = { ...ready, ...changed };
  return new ClientSecretCredential(tenant, client, secret, {
    authorityHost: ready.login,
    disableInstanceDiscovery: true,
    retryOptions,
  });
};

// A port of loopback has no name under vault.azure.net, which is what the library looks for otherwise.
const options = { disableChallengeResourceVerification: true, retryOptions };

export const keys = (vault = ready.vault, who = credential(), more = {}) =>
  new KeyClient(vault, who, { ...options, ...more });

export const crypto = (key, more = {}) => new CryptographyClient(key, credential(), { ...options, ...more });

export const text = bytes => Buffer.from(bytes).toString('utf8');

const told = error => {
  const inner = error.details?.error?.innerError ?? error.details?.error?.innererror;
  return { name: error.name, status: error.statusCode ?? 0, code: error.code ?? '', inner: inner?.code ?? '', message: error.message };
};

// Does it, and says under that name what it returned.
export const tell = async (step, act) => {
  try {
    const value = await act();
    console.log(JSON.stringify({ step, ok: value ?? null }));
    return value;
  } catch (error) {
    console.log(JSON.stringify({ step, error: told(error) }));
    return undefined;
  }
};

export const all = async pages => {
  const found = [];
  for await (const each of pages) found.push(each);
  return found;
};

// A request of Graph or of the resource manager, which need no library.
export const ask = async (base, scope, method, path, body) => {
  const { token } = await credential().getToken(scope + '/.default');
  const response = await fetch(base + path, {
    method,
    headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const said = await response.text();
  const json = said ? JSON.parse(said) : null;
  if (!response.ok) {
    throw Object.assign(new Error(json?.error?.message), {
      name: 'Response', statusCode: response.status, code: json?.error?.code, details: json,
    });
  }
  return json;
};

export const manage = (method, path, body) =>
  ask(ready.azure, 'https://management.azure.com', method, path + '?api-version=2026-02-01', body);

export const graph = (method, path, body) => ask(ready.graph, 'https://graph.microsoft.com', method, '/v1.0/' + path, body);

export const control = async path => text(await (await fetch(ready.control + path, { method: 'POST' })).arrayBuffer());
