// What a vault refuses, as Microsoft's library tells it: who it does not know, rights, firewall, throttling, a name that is gone.
import { all, control, credential, crypto, keys, manage, ready, tell } from './range.mjs';

const client = keys();

const scopes = ['https://graph.microsoft.com/.default'];
await tell('other audience', () =>
  keys(ready.vault, { getToken: () => credential().getToken(scopes) }).getKey('tde-key-2024'));
await tell('no token', () =>
  keys(ready.vault, { getToken: async () => ({ token: 'a.b.c', expiresOnTimestamp: Date.now() + 3_600_000 }) }).getKey('tde-key-2024'));
await tell('not its name', () => keys(ready.vault, credential(), { disableChallengeResourceVerification: false }).getKey('tde-key-2024'));

await control('/fault?set=throttle@vault:2');
await tell('throttled', () => keys().getKey('tde-key-2024'));
await control('/fault?clear=throttle');
await control('/fault?set=throttle@vault:2');
await tell('throttled once', async () =>
  (await keys(ready.vault, credential(), { retryOptions: { maxRetries: 1 } }).getKey('tde-key-2024')).name);
await control('/fault?clear=throttle');
await control('/fault?set=unavailable');
await tell('unavailable', () => client.getKey('tde-key-2024'));
await control('/fault?clear=unavailable');

const id = (await manage('GET', '/subscriptions')).value[0].id;
const vaults = (await manage('GET', id + '/providers/Microsoft.KeyVault/vaults')).value;
const main = vaults[0];
const firewall = action => manage('PATCH', main.id, { properties: { networkAcls: { defaultAction: action, ipRules: [{ value: '203.0.113.0/24' }] } } });
await firewall('Deny');
await tell('firewall', () => client.getKey('tde-key-2024'));
await firewall('Allow');
await manage('PATCH', main.id, { properties: { publicNetworkAccess: 'Disabled' } });
await tell('private', () => client.getKey('tde-key-2024'));
await manage('PATCH', main.id, { properties: { publicNetworkAccess: 'Enabled' } });

const policies = (how, permissions) => manage('PUT', main.id + '/accessPolicies/' + how, {
  properties: { accessPolicies: [{ ...main.properties.accessPolicies[0], permissions }] },
});
await policies('replace', { keys: ['list'] });
await tell('no right', () => client.getKey('tde-key-2024'));
await tell('another right', async () => (await all(client.listPropertiesOfKeys())).length > 0);
await tell('no right to wrap', () => crypto(ready.vault + 'keys/tde-key-2024/' + '0'.repeat(32)).wrapKey('RSA-OAEP-256', Buffer.alloc(32)));
await policies('remove', {});
await tell('on no list', () => client.getKey('tde-key-2024'));
await manage('PATCH', main.id, { properties: { enableRbacAuthorization: true } });
await tell('no role', () => client.getKey('tde-key-2024'));

await control('/fault?set=vault-unreachable');
await tell('unreachable', () => client.getKey('tde-key-2024'));
await control('/fault?clear=vault-unreachable');
await manage('DELETE', main.id);
await tell('gone', () => keys().getKey('tde-key-2024'));
