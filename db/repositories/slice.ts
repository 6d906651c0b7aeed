/** One page of a list, as SQL counts it. */
export interface Slice {
  limit: number;
  offset: number;
}
