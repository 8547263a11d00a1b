// A key's whole life through Microsoft's own library: made, brought along, read, listed, changed, used, deleted, recovered, backed up.
import { generateKeyPairSync } from 'node:crypto';
import { all, crypto, keys, manage, ready, tell, text } from './range.mjs';

const client = keys();

const vaults = async () => {
  const subscriptions = await manage('GET', '/subscriptions');
  const id = subscriptions.value[0].id;
  return (await manage('GET', id + '/providers/Microsoft.KeyVault/vaults')).value;
};
const known = await vaults();
const vault = name => known.find(v => v.name === name);
const uri = name => vault(name).properties.vaultUri;

const bits = key => Buffer.from(key.key.n).length * 8;

for (const size of [2048, 3072]) {
  await tell('create ' + size, async () => {
    const key = await client.createRsaKey('node-' + size, { keySize: size, tags: { from: 'node' } });
    return { bits: bits(key), type: key.keyType, tags: key.properties.tags, enabled: key.properties.enabled, id: key.id };
  });
}
await tell('create hsm', async () => (await client.createRsaKey('node-hsm', { hsm: true })).keyType);

const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const raw = Object.fromEntries(Object.entries(jwk).map(([name, value]) => [name, name === 'kty' ? value : Buffer.from(value, 'base64url')]));
await tell('import', async () => {
  const key = await client.importKey('node-imported', { ...raw, kty: 'RSA', keyOps: ['wrapKey', 'unwrapKey'] });
  return { same: Buffer.from(key.key.n).equals(raw.n), operations: key.keyOperations };
});

await tell('get', async () => (await client.getKey('node-2048')).name);
await tell('get none', () => client.getKey('nobody-knows-it'));

const first = await client.getKey('node-2048');
const second = await client.createRsaKey('node-2048');
await tell('versions', async () => {
  const found = await all(client.listPropertiesOfKeyVersions('node-2048'));
  return { count: found.length, both: [first, second].every(k => found.some(f => f.version === k.properties.version)) };
});
for (let i = 0; i < 30; i++) await client.createKey('many-' + i, 'EC', { curve: 'P-256' });
await tell('list', async () => {
  const found = await all(client.listPropertiesOfKeys());
  return { many: found.filter(k => k.name.startsWith('many-')).length, used: found.some(k => k.name === 'tde-key-2024') };
});

const secret = Buffer.from('0123456789abcdef0123456789abcdef');
for (const algorithm of ['RSA-OAEP', 'RSA-OAEP-256', 'RSA1_5']) {
  await tell('wrap ' + algorithm, async () => {
    const wrapped = await crypto(second).wrapKey(algorithm, secret);
    const back = await crypto(second).unwrapKey(algorithm, wrapped.result);
    return { length: wrapped.result.length, back: text(back.result), key: back.keyID === second.id };
  });
}
await tell('unwrap rubbish', () => crypto(second).unwrapKey('RSA-OAEP', Buffer.alloc(256, 1)));

const wrapped = await crypto(first).wrapKey('RSA-OAEP-256', secret);
await tell('disable', async () => {
  const changed = await client.updateKeyProperties('node-2048', first.properties.version, { enabled: false });
  return { enabled: changed.properties.enabled, operations: changed.keyOperations.length };
});
// This algorithm the library leaves to the vault; for the others it takes the public half and asks nobody.
await tell('wrap disabled', () => crypto(first).wrapKey('RSA-OAEP-256', secret));
await tell('unwrap disabled', () => crypto(first).unwrapKey('RSA-OAEP-256', wrapped.result));
await tell('newer goes on', async () => (await crypto(second).wrapKey('RSA-OAEP-256', secret)).result.length);
await client.updateKeyProperties('node-2048', first.properties.version, { enabled: true });
await tell('unwrap enabled', async () => text((await crypto(first).unwrapKey('RSA-OAEP-256', wrapped.result)).result));

await tell('rotate', async () => {
  const next = await client.rotateKey('node-3072');
  return { bits: bits(next), versions: (await all(client.listPropertiesOfKeyVersions('node-3072'))).length };
});
await tell('rotation policy', async () => {
  const policy = await client.getKeyRotationPolicy('node-3072');
  return policy.lifetimeActions.map(a => a.action + ' ' + a.timeBeforeExpiry);
});

const blob = await client.backupKey('node-3072');
await tell('backup', async () => blob.length > 100);
await tell('restore existing', () => client.restoreKeyBackup(blob));
await tell('delete', async () => {
  const gone = await (await client.beginDeleteKey('node-3072', { intervalInMs: 50 })).pollUntilDone();
  return { name: gone.name, recovery: gone.properties.recoveryId, days: (gone.properties.scheduledPurgeDate - gone.properties.deletedOn) / 86_400_000 };
});
await tell('get deleted', async () => (await client.getDeletedKey('node-3072')).name);
await tell('list deleted', async () => (await all(client.listDeletedKeys())).map(k => k.name));
await tell('create deleted', () => client.createRsaKey('node-3072'));
await tell('restore deleted', () => client.restoreKeyBackup(blob));
await tell('get while deleted', () => client.getKey('node-3072'));
await tell('recover', async () => (await (await client.beginRecoverDeletedKey('node-3072', { intervalInMs: 50 })).pollUntilDone()).name);
await tell('get recovered', async () => (await all(client.listPropertiesOfKeyVersions('node-3072'))).length);

const spare = keys(uri('keyturn-practice-spare'));
await tell('restore elsewhere', async () => {
  const key = await spare.restoreKeyBackup(blob);
  return { here: key.id.startsWith(uri('keyturn-practice-spare')), versions: (await all(spare.listPropertiesOfKeyVersions('node-3072'))).length };
});
await tell('restore far', () => keys(uri('keyturn-practice-far')).restoreKeyBackup(blob));
await tell('restore bent', () => spare.restoreKeyBackup(blob.map((b, i) => (i === 60 ? b ^ 1 : b))));

await tell('purge without right', async () => {
  await (await spare.beginDeleteKey('node-3072', { intervalInMs: 50 })).pollUntilDone();
  await spare.purgeDeletedKey('node-3072');
});
const me = vault('keyturn-practice-spare').properties.accessPolicies[0];
const purge = { properties: { accessPolicies: [{ ...me, permissions: { keys: ['purge'] } }] } };
await manage('PUT', vault('keyturn-practice-spare').id + '/accessPolicies/add', purge);
await tell('purge', async () => {
  await spare.purgeDeletedKey('node-3072');
  return (await all(spare.listDeletedKeys())).length;
});
await tell('purged', () => spare.getDeletedKey('node-3072'));
await tell('restore after purge', async () => (await spare.restoreKeyBackup(blob)).name);
await tell('purge protected', async () => {
  await manage('PATCH', vault('keyturn-practice-spare').id, { properties: { enablePurgeProtection: true } });
  await (await spare.beginDeleteKey('node-3072', { intervalInMs: 50 })).pollUntilDone();
  await spare.purgeDeletedKey('node-3072');
});
