// Takes a key of the server's vault away, or gives it back, and starts the server anew: node's own libraries on one side, the
// server's restart on the other.
import { control, keys, tell } from './range.mjs';

const [, , , act, name] = process.argv;
const client = keys();

await tell(act, async () => {
  switch (act) {
    case 'delete': {
      const poller = await client.beginDeleteKey(name, { intervalInMs: 50 });
      return (await poller.pollUntilDone()).name;
    }
    case 'recover': {
      const poller = await client.beginRecoverDeletedKey(name, { intervalInMs: 50 });
      return (await poller.pollUntilDone()).name;
    }
    default: {
      const versions = [];
      for await (const each of client.listPropertiesOfKeyVersions(name)) versions.push(each);
      for (const each of versions) await client.updateKeyProperties(name, each.version, { enabled: act === 'enable' });
      return versions.length;
    }
  }
});
await tell('restart', () => control('/restart'));
