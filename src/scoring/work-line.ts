import type { WorkLine } from '../domain/work-line.ts';
import { remembered } from './remembered.ts';

/**
 * Lines of work through the work programmes. Families change their names from one to the next while the people who answer
 * stay the same (PHC became SC1, EE became LC-SC3-EE, SC1 became HLTH), and one name means two things in two programmes:
 * MG-5 was urban mobility in 2014–2015 and logistics in 2016–2017, INFRA research infrastructures and, after SU, critical
 * ones. The first line that fits is meant.
 * Source: work programmes 2014–2020 and 2021–2027; DOMAIN §2.2.
 */
const LINES: readonly (readonly [line: WorkLine, families: RegExp])[] = [
  ['smart cities', /(^|-)SCC-|-MISS-.*-CIT-|-CCRI\b|-NEB-/],
  ['urban mobility', /^MG-5.*201[45]|^MG-4.*201[67]|^LC-MG-1-|^MG-4-.*20(18|19|20)|-CL5-.*-D6-/],
  ['energy efficiency', /^EE-|^(LC-)?EEB-|-SC3-(EE|EC|B4E)-|-CL5-.*-D4-|^LIFE-.*-CET-/],
  ['hydrogen', /^FCH-|-CLEANH2-/],
  ['energy supply', /^LCE-|-SC3-|^(LC-)?BAT-|-CL5-.*-D[23]-|^LC-GD-2-/],
  ['aviation', /^MG-1[.-]|^SESAR|^JTI-CS2|^CS2-|-CLEAN-AVIATION-|-SESAR-/],
  ['rail', /^S2R-|-ER-JU-|^MG-2.*201[45]/],
  ['vehicles and traffic', /^MG-|^(DT-)?ART-|^(LC-)?GV-|-CL5-.*-D5-|^LC-GD-5-/],
  ['water and waste', /^WATER-|^WASTE-|^CIRC-|^CE-SC5-|-CL6-.*-CIRCBIO-/],
  [
    'climate and nature',
    /^SC5-|^(LC-)?CLA-|^LC-GD-|-CL5-.*-D1-|-CL6-.*-(CLIMATE|BIODIV|ZEROPOLLUTION|GOVERNANCE)-|-MISS-.*-(CLIMA|OCEAN)-/,
  ],
  ['disasters and infrastructures', /(^|-)DRS(-?\d|-)|^SU-INFRA|^CIP-|-CL3-.*-INFRA-/],
  ['crime', /(^|-)FCT(-?\d|-)/],
  ['cyber security', /^DS-|^SU-(DS|ICT|AI)|-CL3-.*-CS-|-ECCC-/],
  ['borders and security', /(^|-)BES(-?\d|-)|^SEC-|^SU-(GM|BES)|-CL3-|^ISF-/],
  ['health', /^PHC-|^HCO-|(^|-)SC1-|-HLTH-|^SU-TDS|^DT-TDS|^IMI2?-|-EDCTP|^EU4H-|^IHI/],
  ['culture', /^CULT-|^REFLECTIVE-|-CL2-.*-HERITAGE-|^CREA-/],
  [
    'society and government',
    /^(INSO|EURO|YOUNG|REV|CO-CREATION|ENG)-|^((SU|DT)-)?(GOVERNANCE|TRANSFORMATIONS|MIGRATION)-|-CL2-|(^|-)SC6-/,
  ],
  ['science with society', /^SWAFS-|^(ISSI|SEAC|GERI|GARRI)[.-]|-SWAFS-|-SWFS-|MSCA-NIGHT|MSCA-.*CITIZENS/],
  ['widening', /^WIDESPREAD-|-WIDERA-/],
  ['bio-based industries', /^BBI|^BB-|^ISIB-|-CBE-|^BIOTEC-|^CE-BIOTEC-/],
  ['food and rural areas', /SFS-|^BG-|(^|-)(RUR|FNR|BG)-|-SC2-|-CL6-|-MISS-.*-SOIL-/],
  [
    'digital technology',
    /^((DT|SU)-)?ICT-|^IOT-|^EINFRA|^ECSEL-|-SNS-|^DIGITAL-|-CHIPS|EUROHPC|-CL4-.*-(HUMAN|DATA|DIGITAL)/,
  ],
  ['space', /(^|-)SPACE-|^EO-|^COMPET-|^GALILEO-|^PROTEC-|EGNSS/],
  ['industry', /(^|-)(FOF|NMBP|SPIRE)-|^NMP|^SILC|-CL4-|^RFCS-/],
  ['research infrastructures', /^INFRA|-INFRA-/],
  ['researchers', /^ERC-|^MSCA-|-MSCA-|-ERC-|^FET|-EIC-.*PATHFINDER/],
  ['enterprise', /^INNOSUP-|^SME|^EIC-|^INNOVATION|^CBTT-|^ALTFI-|-EIE-|-EIC-|^SMP-|^I3-/],
  ['nuclear', /^NFRP|EURATOM/],
  ['defence', /^EDF-/],
];

/** The line of work that an identifier names; null where none is known. */
export const workLine = remembered((identifier: string): WorkLine | null => {
  const upper = identifier.toUpperCase();
  return LINES.find(([, families]) => families.test(upper))?.[0] ?? null;
});
