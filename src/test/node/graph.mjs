// An application's secret changed by Graph over plain HTTPS, and tried by signing in with it.
import { credential, graph, ready, tell } from './range.mjs';

const found = await tell('application', async () => {
  const { value } = await graph('GET', `applications?$filter=appId eq '${ready.client}'&$select=id,appId,displayName,passwordCredentials`);
  return { id: value[0].id, count: value.length, secrets: value[0].passwordCredentials };
});
const at = 'applications/' + found.id;
await tell('nobody', async () => (await graph('GET', "applications?$filter=appId eq 'nobody'")).value.length);
await tell('no application', () => graph('GET', 'applications/00000000-0000-0000-0000-0000000000ff'));

const signIn = async secret => (await credential({ secret }).getToken('https://vault.azure.net/.default')).token.split('.').length;
const until = new Date(Date.now() + 90 * 86_400_000).toISOString();
const added = await graph('POST', at + '/addPassword', { passwordCredential: { displayName: 'node', endDateTime: until } });
await tell('added', async () => ({ length: added.secretText.length, hint: added.secretText.startsWith(added.hint), name: added.displayName }));
const early = await tell('early', () => signIn(added.secretText));
if (early === undefined && process.argv[3] === 'wait') {
  // Each sign-in is a fresh one, as a tool has it that waits for the secret to have spread.
  await tell('spread', async () => {
    for (let tries = 1; ; tries++) {
      try {
        await signIn(added.secretText);
        return true;
      } catch (error) {
        if (!error.message.includes('AADSTS7000215') || tries > 200) throw error;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  });
}
await tell('old still serves', () => signIn(ready.secret));
await tell('listed', async () => {
  const { passwordCredentials } = await graph('GET', at);
  return { count: passwordCredentials.length, text: passwordCredentials.map(p => p.secretText) };
});
await tell('removed', () => graph('POST', `applications(appId='${ready.client}')/removePassword`, { keyId: added.keyId }));
await tell('removed twice', () => graph('POST', at + '/removePassword', { keyId: added.keyId }));
await tell('after', () => signIn(added.secretText));
