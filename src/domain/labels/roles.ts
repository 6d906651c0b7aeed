import type { CityRole, PartnerType } from '../partner.ts';
import type { Localised } from './localised.ts';

/** In Italian the *capofila* is the coordinator only; a demonstration city is a *città guida*. */
export const ROLE_LABELS: Readonly<Record<CityRole, Localised>> = {
  coordinator: { it: 'capofila', en: 'coordinator' },
  lighthouse: { it: 'città guida', en: 'lead city' },
  follower: { it: 'città follower', en: 'follower city' },
  pilot: { it: 'sito pilota', en: 'pilot site' },
  procurer: { it: 'committente pubblico', en: 'public procurer' },
  partner: { it: 'partner', en: 'partner' },
  'linked-third-party': { it: 'terza parte collegata', en: 'linked third party' },
  associated: { it: 'partner associato', en: 'associated partner' },
  supporter: { it: 'lettera di sostegno', en: 'letter of support' },
  cascade: { it: 'beneficiario a cascata', en: 'cascade beneficiary' },
};

export const PARTNER_TYPE_LABELS: Readonly<Record<PartnerType, Localised>> = {
  PUB: { it: 'ente pubblico', en: 'public body' },
  HES: { it: 'università', en: 'university' },
  REC: { it: 'ente di ricerca', en: 'research organisation' },
  PRC: { it: 'impresa', en: 'company' },
  OTH: { it: 'altro ente', en: 'other body' },
};

/** Headings over several of a kind. */
export const PARTNER_TYPE_HEADINGS: Readonly<Record<PartnerType, Localised>> = {
  PUB: { it: 'Enti pubblici', en: 'Public bodies' },
  HES: { it: 'Università', en: 'Universities' },
  REC: { it: 'Enti di ricerca', en: 'Research organisations' },
  PRC: { it: 'Imprese', en: 'Companies' },
  OTH: { it: 'Altri enti', en: 'Other bodies' },
};
