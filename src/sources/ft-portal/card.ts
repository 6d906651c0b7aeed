import type { SourceCard } from '../source.ts';

/** Each quirk was seen by somebody on a day; PORTAL-CONTRACT names who. The README tells what we make of it. */
export const ftPortalCard: SourceCard = {
  id: 'ft-portal',
  name: { it: 'Portale UE Finanziamenti e appalti', en: 'EU Funding & Tenders Portal' },
  publisher: 'European Commission',
  homepage: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/',
  licence: 'CC BY 4.0 (Decision 2011/833/EU)',
  attribution: 'European Union, Funding & Tenders Portal',
  rhythm: 'daily',
  expects: { atLeastTopics: 300 },
  quirks: [
    { on: '2026-10-06', what: 'JSON sent other than as typed file parts is ignored in silence', where: 'search' },
    {
      on: '2026-10-06',
      what: 'pages of 820 rows held 744 unique ones: sort keys with ties lose rows',
      where: 'search',
    },
    { on: '2026-09-21', what: 'a bare day in a range filter compares nothing', where: 'search' },
    { on: '2026-09-01', what: 'a two-stage topic is Closed after its first stage', where: 'status' },
    { on: '2026-09-01', what: 'displayFields makes the answer omit topicConditions', where: 'search' },
    { on: '2026-08-22', what: 'hours of cascade calls are wall time labelled as UTC', where: 'deadlineDate' },
    { on: '2026-08-22', what: '13 topics of one call all state the call’s whole pot', where: 'budgetOverview' },
    { on: '2026-08-22', what: 'Forthcoming up to 48 days after the planned opening', where: 'status' },
    {
      on: '2026-07-01',
      what: 'the first listed deadline moved earlier: the list is not sorted',
      where: 'deadlineDate',
    },
    { on: '2026-06-27', what: 'totals rose from 743 to 2,071: rows of an old index, statuses frozen', where: 'search' },
    { on: '2026-06-03', what: 'identifiers were renamed while the reference stayed', where: 'identifier' },
    { on: '2026-04-17', what: 'all external-action calls vanished for days', where: 'search' },
    { on: '2026-03-13', what: 'seconds of external-action deadlines change at each ingest', where: 'deadlineDate' },
    { on: '2026-09-08', what: 'the heading of the technology readiness block is the word null', where: 'description' },
    {
      on: '2026-09-08',
      what: 'addresses encoded twice, with blanks, or inside mail-gateway wrappers',
      where: 'description',
    },
    { on: '2026-09-21', what: 'upper-case ids answer 404', where: 'topicDetails' },
  ],
};
