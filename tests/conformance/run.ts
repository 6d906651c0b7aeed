/**
 * `npm run conformance -- URL`: checks a running server against CommonGrants 0.4.0 (opportunities). Exit 0 where it
 * conforms, 1 on any finding, 2 where the address cannot be read.
 */
import { runChecks } from './run-checks.ts';

const [address] = process.argv.slice(2);
if (address === undefined || !URL.canParse(address)) {
  console.error('usage: npm run conformance -- http://127.0.0.1:3000');
  process.exit(2);
}
const base = address.replace(/\/+$/, '');
const results = await runChecks((path, init) =>
  fetch(`${base}${path}`, { ...init, signal: AbortSignal.timeout(30_000) }),
);
for (const { name, finding } of results) console.log(finding === null ? `✓ ${name}` : `✗ ${name}: ${finding}`);
const failed = results.filter(({ finding }) => finding !== null).length;
console.log(`\n${results.length - failed} of ${results.length} checks passed (CommonGrants 0.4.0, opportunities)`);
process.exit(failed === 0 ? 0 : 1);
