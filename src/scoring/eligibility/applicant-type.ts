import { actionType } from '../../domain/action-type.ts';
import type { Applicants } from '../../domain/labels/action-types.ts';
import type { Partner } from '../../domain/partner.ts';
import { type EligibilityTopic, oncePerTopic } from './eligibility-topic.ts';
import { findSpan } from './find-span.ts';
import { type Rule, results } from './rule.ts';

const say = results('H3', 'Tipo di azione del bando, tabella dei tipi di azione del 22/11/2026');

/** "Identified beneficiary action": no competition. */
const NAMED_BENEFICIARIES = /(?:^|-)IBA(?:-|$)/;

/** Identifier families whose applicants are known whatever the portal says of the action type. */
const BY_IDENTIFIER: readonly (readonly [pattern: RegExp, applicants: Applicants])[] = [
  [NAMED_BENEFICIARIES, 'named'],
  [/(?:^|-)SGA(?:-|$)/, 'named'],
  [/^(?:EIC-)?SMEInst/i, 'smes'],
  [/EIC-.*ACCELERATOR/i, 'smes'],
  [/^(?:HORIZON-)?ERC-/, 'researchers'],
  [/MSCA-(?:.*-)?(?:IF|PF)(?:-|$)/, 'researchers'],
  [/ECHE-CERT/, 'universities'],
];

/** H3: some calls take only programme owners, SMEs, researchers, procurers or named beneficiaries. */
export const applicantType: Rule = {
  id: 'H3',
  check(topic, partner) {
    const reserved = findSpan(topic, RESERVED_FOR_OTHERS);
    if (reserved !== null && partner.type === 'PUB') return say('unknown', 'applicant.text', { evidence: [reserved] });
    const admitted = applicantsOf(topic);
    if (admitted === null) return say('unknown', 'applicant.unknown-type');
    if (admitted.includes('any')) return say('yes', 'applicant.any');
    if (admitted.every((one) => one === 'named'))
      return say('no', 'applicant.named', { verified: NAMED_BENEFICIARIES.test(topic.identifier) });
    return judge(admitted, partner);
  },
};

function judge(admitted: readonly Applicants[], partner: Partner) {
  const params = { applicants: admitted.join(', ') };
  const fits = admitted.map((applicants) => admits(applicants, partner));
  if (fits.includes(true)) return say('yes', 'applicant.admitted', { params, verified: false });
  if (fits.includes(null)) return say('unknown', 'applicant.unknown-body', { params, verified: false });
  // Others than the buyers may accompany a procurement, without buying.
  const limitsTo = admitted.includes('procurers') ? 'partner' : undefined;
  return say('no', 'applicant.not-admitted', {
    params,
    verified: false,
    ...(limitsTo === undefined ? {} : { limitsTo }),
  });
}

/** Null = not known. */
function admits(applicants: Applicants, { type, facts, roles }: Partner): boolean | null {
  switch (applicants) {
    case 'any':
      return true;
    case 'programme-owners':
      return facts.programmeOwner;
    case 'procurers':
      return roles.includes('procurer');
    case 'smes':
      return type === 'PUB' || type === 'HES' ? false : facts.sme;
    case 'researchers':
      return type === 'HES' || type === 'REC';
    case 'universities':
      return type === 'HES';
    case 'named':
      return false;
  }
}

/** Who may apply by the topic's action types and identifier; null where no type is known. */
export const applicantsOf = oncePerTopic((topic: EligibilityTopic): readonly Applicants[] | null => {
  const named = BY_IDENTIFIER.find(([pattern]) => pattern.test(topic.identifier));
  if (named !== undefined) return [named[1]];
  if (/\bERA-?NET\b/i.test(topic.title) && topic.typesOfAction.length === 0) return ['programme-owners'];
  const types = topic.typesOfAction.flatMap((code) => actionType(code) ?? []);
  return types.length === 0 ? null : [...new Set(types.map((type) => type.applicants))];
});

const RESERVED_FOR_OTHERS = {
  anchors: ['only', 'exclusively'],
  pattern:
    /\b(?:open|addressed|reserved|restricted) (?:only|exclusively) (?:to|for) (?:SMEs|small and medium-sized enterprises|universities|higher education institutions|research organisations|programme owners|Member States|national authorities|central governments?)\b/gi,
  unless: /\bnot (?:open |addressed |reserved |restricted )?(?:only|exclusively)\b/i,
};
