/** Metadata fields that the mapping reads. */
const USED = `
  DATASOURCE actions beneficiaryAdministration budget budgetOverview callIdentifier callTitle callccm2Id ccm2Id
  currency deadlineDate deadlineModel description descriptionByte frameworkProgramme furtherInformation identifier
  keywords language programmeDivision startDate status title topicConditions type typesOfAction
  esDA_IngestDate datasource`;

/**
 * Fields that we know and do not use (PORTAL-CONTRACT §2.5 and captures of 2026-08): news, technical marks of the index,
 * marketing tags, tenders. A field in neither list is new and becomes an issue, so that nothing new goes by unseen.
 */
const UNUSED = `
  REFERENCE additionalInfo allowPartnerSearch caName cenTagsA cftEstimatedOverallContractAmount
  cftEstimatedOverallContractCurrency cftEstimatedTotalProcedureValue cftId cftLeadContractingAuthorityCode
  cftPartyLegalEntityId closingDate contractType corporate-search-version crossCuttingPriorities destination
  destinationDescription destinationDetails destinationGroup duration esDA_FirstIngestDate esDA_QueueDate
  esST_FileName esST_URL esST_checksum esST_procedureId es_Combine es_ContentType es_SortDate focusArea
  geographicalZones latestInfos links missionDescription missionDetails missionGroup programmeDivisionProspect programmePeriod
  projectAcronym projectId projectName publicationDocuments sepTemplate sortStatus specificObjective supportInfo
  tags typeOfMGAs updateDate url`;

const KNOWN = new Set(`${USED} ${UNUSED}`.trim().split(/\s+/));

export const isKnownField = (name: string): boolean => KNOWN.has(name);
