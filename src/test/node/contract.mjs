// Runs cases in tedious: reads { host, port, user, certificate, cases: [[text]] } from a file, writes [[answer]] to another.
import { readFileSync, writeFileSync } from 'node:fs';
import { Connection, Request } from 'tedious';

const [asked, answered] = process.argv.slice(2);
const job = JSON.parse(readFileSync(asked, 'utf8'));

const connected = () => new Promise((resolve, reject) => {
  const connection = new Connection({
    server: job.host,
    authentication: { type: 'default', options: { userName: job.user, password: process.env.CONTRACT_PASSWORD } },
    options: {
      port: job.port,
      encrypt: job.encrypt === 'strict' ? 'strict' : true,
      trustServerCertificate: !job.certificate,
      serverName: 'localhost',
      cryptoCredentialsDetails: job.certificate ? { ca: readFileSync(job.certificate) } : {},
    },
  });
  connection.connect(error => (error ? reject(error) : resolve(connection)));
});

const written = column => {
  const value = column.value;
  if (value === null || value === undefined) return '0';
  if (Buffer.isBuffer(value)) return 'b' + value.toString('hex');
  if (typeof value === 'boolean') return 'n' + (value ? 1 : 0);
  if (typeof value === 'number') return 'n' + value;
  const type = column.metadata.type.name;
  if (type === 'BigInt' || (type === 'IntN' && typeof value === 'string')) return 'n' + value;
  return (type === 'UniqueIdentifier' ? 'g' : 's') + value;
};

const ask = (connection, text) => new Promise(resolve => {
  const messages = [];
  const rows = [];
  let columns = null;
  const note = m => messages.push({ number: m.number, severity: m.class, state: m.state, line: m.lineNumber, text: m.message });
  connection.on('errorMessage', note);
  connection.on('infoMessage', note);
  const request = new Request(text, () => {
    connection.off('errorMessage', note);
    connection.off('infoMessage', note);
    resolve({ columns: columns ?? [], rows, messages });
  });
  request.on('columnMetadata', all => { columns ??= all.map(c => c.colName); });
  request.on('row', row => rows.push(row.map(written)));
  connection.execSqlBatch(request);
});

const all = [];
for (const batches of job.cases) {
  const connection = await connected();
  const answers = [];
  for (const text of batches) answers.push(await ask(connection, text));
  connection.close();
  all.push(answers);
}
writeFileSync(answered, JSON.stringify(all));
