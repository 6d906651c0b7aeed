/** A process that sends what waits, for a test that kills it: `send-child.ts DATABASE SMTP_PORT`. */
import { openNodeStore } from '../../../db/store.node.ts';
import { smtpMailer } from '../../../src/node/smtp-mailer.ts';
import { nodeWorkplace } from '../../../src/node/workplace.ts';
import { deliverQueued } from '../../../src/services/delivery/deliver-queued.ts';
import { depsOf } from '../../support/deps.ts';
import { KEY, MONDAY } from './world.ts';

const [path = '', port = ''] = process.argv.slice(2);
const store = await openNodeStore(path);
const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'b@bandolo.example' });
await deliverQueued({
  deps: depsOf(store, {
    mailer,
    workplace: nodeWorkplace,
    secretKey: KEY,
    baseUrl: 'https://bandolo.example',
    clock: { now: () => MONDAY },
  }),
});
store.close();
