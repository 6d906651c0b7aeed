import { listDeliveries, queueMail } from '../../db/repositories/delivery/ledger.ts';
import { changes, issues, jobRuns, scans } from '../../db/schema/index.ts';
import { opportunityId } from '../../src/feeds/common-grants/opportunity-id.ts';
import { issueLink } from '../../src/services/access/links.ts';
import { deliverQueued } from '../../src/services/delivery/deliver-queued.ts';
import { mailToken } from '../../src/services/delivery/mail-tokens.ts';
import { seedProjects } from '../../src/services/desk/seed-projects.ts';
import { issueApiKey } from '../../src/services/operate/api-keys.ts';
import { type Desk, deskStore, idIn, openDesk } from './desk/desk-world.ts';
import { recorded, step, TOPIC } from './desk/opinion-story.ts';

const OTHER_TOPIC = 'HORIZON-CL5-2027-D6-02';
const MOMENT = '2026-11-21T04:15:00Z';

export interface LivedInHouse {
  desk: Desk;
  /** An address of each kind that has something to show, by the route that answers it. */
  addresses: Record<string, string>;
  /** A key of a partner with every scope. */
  key: string;
}

/** A house where something of everything has happened, so that no page is empty. */
export async function livedInHouse(): Promise<LivedInHouse> {
  const secretKey = 'k'.repeat(40);
  const desk = await openDesk(await deskStore(), { secretKey, baseUrl: 'http://localhost' });
  const { deps } = desk;
  await aReadingThatFailed(desk);
  await seedProjects({ deps });
  let early = '';
  const { id, lyon, link } = await recorded(desk, async (dossier) => {
    early = dossier;
    await desk.post('anna', `/dossier/${dossier}/avviso`, {
      'roles[]': 'partner',
      text: 'Cerchiamo',
      closesOn: '2026-12-15',
    });
  });
  if (early !== id) throw new Error('the story is of another dossier');
  await desk.post(null, link);
  const second = idIn(
    (await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: OTHER_TOPIC, owner: 'carlo' })).location,
  );
  const city = {
    'cities[]': 'genova',
    role: 'follower',
    contactName: 'Anna Segreti',
    contactEmail: 'anna@example.org',
  };
  await desk.post('anna', `/dossier/${second}/citta`, city);
  await desk.post('anna', `/dossier/${second}/lettori`, { 'readers[]': ['rita', 'ugo', 'zoe'] });
  await step(desk, second, 'open-review');
  const confirmed = await recordedAgain(desk);
  const page = (await desk.get('anna', `/dossier/${second}`)).html;
  const offer = /(\/offerte\/[^<"]+)</.exec(page)?.[1] ?? '';
  const sitting = await desk.post('sergio', '/sedute', {
    kind: 'meeting',
    on: '2026-12-01',
    hour: '15:00',
    otherBusiness: 'Pesi',
  });
  const endpoint = await desk.post('pina', '/webhook', {
    partner: 'politecnico-di-milano',
    url: 'https://example.org/hook',
    'events[]': 'interest.requested',
  });
  await desk.post('anna', '/seguiti/calendari');
  await desk.post('anna', '/seguiti/bandi', { topic: TOPIC, follow: 'yes' });
  const calendars = (await desk.get('anna', '/seguiti')).html;
  const invitation = await issueLink({ deps, input: { personId: 'leo', purpose: 'invitation', createdBy: 'ada' } });
  const { key } = await issueApiKey({
    deps,
    input: {
      partner: 'politecnico-di-milano',
      label: 'test',
      scopes: ['matches:read', 'interests:write', 'evaluations:read'],
    },
  });
  const mail = mailToken({ secretKey }, { personId: 'anna', kind: 'digest' });
  const notice = /href="(\/avvisi\/\w+)"/.exec((await desk.get(null, '/avvisi')).html)?.[1] ?? '';
  const mailId = await aMailThatWaits(desk);
  const dossierPaths = Object.fromEntries(
    ['', '/interesse', '/scheda', '/parere', '/scadenze.ics'].map((rest) => [
      `/dossier/:id${rest}`,
      `/dossier/${id}${rest}`,
    ]),
  );
  return {
    desk,
    key,
    addresses: {
      ...dossierPaths,
      '/dossier/:id/scheda': `/dossier/${second}/scheda`,
      '/dossier/:id/interesse': `/dossier/${second}/interesse`,
      '/dossier/:id/parere': `/dossier/${second}/parere`,
      '/richieste/:id': `/richieste/${lyon}`,
      '/conferma/:token': confirmed,
      '/sedute/:id': sitting.location ?? '',
      '/sedute/:id/fascicolo': `${sitting.location}/fascicolo`,
      '/verbali/:file{[0-9]+\\.json}': '/verbali/1.json',
      '/verbali/:file{[0-9]+\\.pdf}': '/verbali/1.pdf',
      '/verbali/:number{[0-9]+}': '/verbali/1',
      '/gruppi/:group': '/gruppi/mobility',
      '/partner/soci/:body': '/partner/soci/politecnico-di-milano',
      '/progetti/:id': '/progetti/820937',
      '/avvisi/:id': notice,
      '/offerte/:token': offer,
      '/offerte/:token/offerta.json': `${offer}/offerta.json`,
      '/bandi/:identifier': `/bandi/${TOPIC}`,
      '/partner/:id': '/partner/politecnico-di-milano',
      '/persone/:id': '/persone/rita',
      '/accedi/:token': `/accedi/${invitation}`,
      '/amministrazione/posta/:id': `/amministrazione/posta/${mailId}`,
      '/webhook/:id': /href="(\/webhook\/[0-9a-f]{16})"/.exec(endpoint.html)?.[1] ?? '',
      '/posta/:token': `/posta/${mail}`,
      '/posta/:token/annulla': `/posta/${mail}/annulla`,
      '/posta/:token/silenzia': `/posta/${mail}/silenzia`,
      '/assets/:version/:path{.+}': '/assets/x/x',
      '/common-grants/opportunities/:oppId': `/common-grants/opportunities/${opportunityId(TOPIC)}`,
      '/common-grants-schemas/:file{[^/]+\\.json}': '/common-grants-schemas/eu.bandolo.identifier.json',
      '/feeds/pillars/:file{[^/]+\\.ics}': '/feeds/pillars/mobility.ics',
      '/feeds/pillars/:file{[^/]+\\.atom}': '/feeds/pillars/mobility.atom',
      '/feeds/partners/:file{[^/]+\\.ics}': '/feeds/partners/politecnico-di-milano.ics',
      '/feeds/topics/:file{[^/]+\\.ics}': `/feeds/topics/${TOPIC}.ics`,
      '/feeds/calendars/:file{[^/]+\\.ics}': /(\/feeds\/calendars\/[^"<\s]+\.ics)/.exec(calendars)?.[1] ?? '',
      ...Object.fromEntries(
        ['', '.csv', '.xlsx'].flatMap((twin) => [
          [`/api/v1/topics/:identifier/changes${twin}`, `/api/v1/topics/${TOPIC}/changes${twin}`],
          [`/api/v1/partners/:pic/matches${twin}`, `/api/v1/partners/politecnico-di-milano/matches${twin}`],
        ]),
      ),
      '/api/v1/topics/:identifier': `/api/v1/topics/${TOPIC}`,
      '/*': '/nowhere',
    },
  };
}

/** Another opinion that still waits for the president: the address of its confirmation. */
async function recordedAgain(desk: Desk): Promise<string> {
  const { link } = await recorded(desk, async () => undefined, 'HORIZON-CL5-2027-D6-03');
  return link;
}

/** Written before mail was set up. */
async function aMailThatWaits({ store: { db }, deps }: Desk): Promise<number> {
  const times = { createdAt: MOMENT, nextTryAt: MOMENT };
  const said = { kind: 'digest', reason: 'digest', subject: 'Prova', text: 't', html: '<p>t</p>' } as const;
  for (const period of ['2026-11-09', '2026-11-16'])
    await queueMail(db, { ...said, ...times, personId: 'anna', period, messageId: `<${period}@x>` });
  await deliverQueued({ deps });
  const [first] = await listDeliveries(db, ['outbox'], 10);
  return first?.id ?? 0;
}

/** What makes *Fonti* and the banner say the most. */
async function aReadingThatFailed({ store: { db } }: Desk): Promise<void> {
  const reading = { source: 'ft-portal', startedAt: MOMENT, finishedAt: '2026-11-21T04:17:00Z', passes: 2, topics: 7 };
  const certificate = { ...reading, archive: null, reasons: [], kinds: [], requests: 1, retries: 0, bytes: 1 };
  await db.insert(scans).values([
    { ...reading, verdict: 'certified', reasons: [], certificate: { ...certificate, verdict: 'certified' } },
    {
      ...reading,
      verdict: 'failed',
      reasons: ['topic: unreachable'],
      certificate: { ...certificate, verdict: 'failed' },
    },
  ]);
  await db.insert(issues).values({
    source: 'ft-portal',
    kind: 'unknown-programme',
    subject: '49999999',
    message: 'code is not in the table',
    value: '49999999',
    firstSeenAt: MOMENT,
    lastSeenAt: MOMENT,
  });
  await db
    .insert(jobRuns)
    .values({ job: 'collect', startedAt: MOMENT, finishedAt: MOMENT, outcome: 'failed', counts: {} });
  const change = { topicKey: TOPIC, at: MOMENT, material: true, source: 'ft-portal', scanId: 1 };
  await db.insert(changes).values({ ...change, field: 'statedStatus', before: 'forthcoming', after: 'open' });
}
