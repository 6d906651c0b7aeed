/** What the reference shows of the protocol's routes: the call of `../examples.ts`, in the protocol's words. */
const OPPORTUNITY = {
  id: '3f2504e0-4f89-51d3-9a0c-0305e82c3301',
  title: 'An example of a call on quieter streets',
  status: { value: 'forecasted' },
  description: 'What a proposal should do.',
  funding: {
    totalAmountAvailable: { amount: '12000000.00', currency: 'EUR' },
    minAwardAmount: { amount: '3500000.00', currency: 'EUR' },
    maxAwardAmount: { amount: '4000000.00', currency: 'EUR' },
    estimatedAwardCount: 3,
  },
  keyDates: {
    postDate: { name: 'Opening of the submission', eventType: 'singleDate', date: '2027-01-12' },
    closeDate: {
      name: 'Deadline',
      eventType: 'singleDate',
      date: '2027-04-15',
      time: '17:00:00',
      description: '17:00 Europe/Brussels (2027-04-15T15:00:00Z)',
    },
  },
  customFields: {
    'eu.bandolo.identifier': {
      name: 'eu.bandolo.identifier',
      fieldType: 'string',
      value: 'HORIZON-EXAMPLE-2027-01',
      description: 'Topic identifier of the EU Funding & Tenders Portal',
    },
  },
  createdAt: '2026-11-23T04:20:00Z',
  lastModifiedAt: '2026-11-23T04:20:00Z',
};

const SUCCESS = { status: 200, message: 'Success' };

export const READ_EXAMPLE = { ...SUCCESS, data: OPPORTUNITY };

export const LIST_EXAMPLE = {
  ...SUCCESS,
  items: [OPPORTUNITY],
  paginationInfo: { page: 1, pageSize: 100, totalItems: 1, totalPages: 1 },
};

const FILTERS = { status: { operator: 'in', value: ['open', 'forecasted'] } };

export const SEARCH_EXAMPLE = {
  search: 'streets',
  filters: FILTERS,
  sorting: { sortBy: 'lastModifiedAt', sortOrder: 'desc' },
  pagination: { page: 1, pageSize: 100 },
};

export const FOUND_EXAMPLE = {
  ...LIST_EXAMPLE,
  sortInfo: { sortBy: 'lastModifiedAt', sortOrder: 'desc' },
  filterInfo: { filters: FILTERS },
};

export const REFUSAL_EXAMPLE = { status: 404, message: 'There is no opportunity of that id.', errors: [{}] };
