/** The schemas of our custom fields, for the edge that serves them. */
export { customFieldSchema } from '../../feeds/common-grants/custom-fields.ts';
