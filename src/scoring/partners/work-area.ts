/**
 * Which part of the framework programmes an identifier family belongs to, since families change their names from one work
 * programme to the next while the people who answer stay the same: PHC became SC1, EE became LC-SC3-EE, SC1 became HLTH.
 * Source: work programmes 2014–2020 and 2021–2027; DOMAIN §2.2.
 */
const AREAS: Readonly<Record<string, string>> = {
  health: 'PHC HCO SC1 HLTH IMI IMI2 EDCTP EU4H',
  food: 'SFS ISIB BB BBI RUR BG FNR SC2 CL6 CBE',
  energy: 'EE LCE SCC SC3 FCH CLEANH2 CLEANH BAT EEB',
  transport: 'MG GV ART S2 SESAR CS2 JTI-CS2 SC4 ER AVIATION',
  environment: 'SC5 WATER WASTE CIRC CLA GD CCRI CIT CLIMA NEB',
  societies: 'INSO EURO YOUNG REFLECTIVE CULT REV MIGRATION GOVERNANCE TRANSFORMATIONS CO-CREATION CL2',
  digital: 'ICT IOT EINFRA ECSEL SNS DIGITAL HUMAN CHIPS EUROHPC',
  industry: 'FOF NMP NMBP SPIRE SILC MAT PROD',
  space: 'SPACE EO COMPET GALILEO EGNSS',
  research: 'ERC MSCA FETOPEN FETPROACT FETFLAG FETHPC INFRAIA INFRADEV INFRASUPP',
  security: 'FCT BES DS SEC DRS CIP SU CL3 INFRA ISF',
  society: 'SWAFS ISSI GERI SEAC GARRI WIDESPREAD WIDERA',
  enterprise: 'INNOSUP SMEINST EIC INNOVATION CBTT ALTFI EIE',
};

const AREA_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(AREAS).flatMap(([area, families]) => families.split(' ').map((family) => [family, area] as const)),
);

/** The area that the families of an identifier name; the finest one that is known decides. */
export function workArea(families: readonly string[]): string | null {
  for (const family of [...families].reverse()) {
    const area = AREA_OF.get(family);
    if (area !== undefined) return area;
  }
  return null;
}
