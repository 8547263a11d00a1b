// What sign-in refuses, as Microsoft's library tells it.
import { control, credential, keys, ready, tell } from './range.mjs';

const signIn = (changed = {}) => async () => (await credential(changed).getToken('https://vault.azure.net/.default')).token.split('.').length;
const none = '00000000-0000-0000-0000-0000000000ff';

await tell('right', signIn());
await tell('wrong secret', signIn({ secret: 'this~is.Not_it' }));
await tell('wrong tenant', signIn({ tenant: none }));
await tell('wrong client', signIn({ client: none }));
await tell('elsewhere', signIn({ tenant: 'keyturn-elsewhere.example' }));
await tell('wrong secret at the vault', () => keys(ready.vault, credential({ secret: 'this~is.Not_it' })).getKey('tde-key-2024'));
await control('/fault?set=secret-rejected@login');
await tell('rejected', signIn());
await control('/fault?clear=secret-rejected');
await control('/fault?set=throttle@login');
await tell('throttled', signIn());
await control('/fault?clear=throttle');
await tell('after', signIn());
