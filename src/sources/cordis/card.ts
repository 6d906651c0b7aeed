import type { SourceCard } from '../source.ts';

export const cordisCard: SourceCard = {
  id: 'cordis',
  name: { it: 'CORDIS: progetti finanziati', en: 'CORDIS: funded projects' },
  publisher: 'Publications Office of the European Union',
  homepage: 'https://cordis.europa.eu/datalab',
  licence: 'CC BY 4.0, Decision 2011/833/EU',
  attribution: 'European Union, CORDIS',
  rhythm: 'monthly',
  // H2020 ended with 3,450 topics; both archives together hold more.
  expects: { atLeastTopics: 3_000 },
  quirks: [
    { on: '2026-11-22', what: 'columns change their order between releases', where: 'PORTAL-CONTRACT §6' },
    { on: '2026-11-22', what: 'decimal commas in older releases, dots in newer ones', where: 'PORTAL-CONTRACT §6' },
    {
      on: '2026-11-22',
      what: 'EL and UK in older releases, GR and GB in newer ones',
      where: 'PORTAL-CONTRACT §6',
    },
    {
      on: '2026-11-22',
      what: 'header rows repeated among the rows of organization.csv, and rcn that are no whole numbers',
      where: 'PORTAL-CONTRACT §6 (Horizon Europe)',
    },
    { on: '2026-11-22', what: 'newlines inside quoted objectives; a BOM', where: 'PORTAL-CONTRACT §6' },
    {
      on: '2026-11-22',
      what: 'topic identifiers spelled otherwise than on the portal: MG-1-5-2016-2017 for MG-1.5-2016-2017',
      where: 'DOMAIN §2.2',
    },
  ],
};
