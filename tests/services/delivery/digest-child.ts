/** A process that prepares and sends the digests, for a test that kills it: `DATABASE SMTP_PORT`. */
import { openNodeStore } from '../../../db/store.node.ts';
import { smtpMailer } from '../../../src/node/smtp-mailer.ts';
import { nodeWorkplace } from '../../../src/node/workplace.ts';
import { deliverQueued } from '../../../src/services/delivery/deliver-queued.ts';
import { prepareAlerts } from '../../../src/services/delivery/prepare-alerts.ts';
import { prepareDigests } from '../../../src/services/delivery/prepare-digests.ts';
import { depsOf } from '../../support/deps.ts';
import { KEY, MONDAY } from './world.ts';

const [path = '', port = ''] = process.argv.slice(2);
const store = await openNodeStore(path);
const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'b@bandolo.example' });
const deps = depsOf(store, {
  mailer,
  workplace: nodeWorkplace,
  secretKey: KEY,
  baseUrl: 'https://bandolo.example',
  clock: { now: () => MONDAY },
});
process.stdout.write('begun\n');
await prepareDigests({ deps });
await prepareAlerts({ deps });
await deliverQueued({ deps });
store.close();
