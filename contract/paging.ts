import * as v from 'valibot';

/** How `total` is meant, in Elasticsearch's terms: exact, or "at least" where counting on would cost more than it tells. */
export const TotalRelation = v.picklist(['eq', 'gte']);

/** A page of a list. A server that speaks no more than the platform's documents answers with the whole list, which is another dialect. */
export const pageOf = <TRow extends v.GenericSchema>(row: TRow) =>
  v.object({
    data: v.array(row),
    pagination: v.object({
      limit: v.number(),
      total: v.number(),
      totalRelation: v.optional(TotalRelation, 'eq'),
      /** Opaque; null on the last page. */
      nextCursor: v.nullable(v.string()),
    }),
  });

export interface Pagination {
  readonly limit: number;
  readonly total: number;
  readonly totalRelation: v.InferOutput<typeof TotalRelation>;
  readonly nextCursor: string | null;
}
export interface Page<TRow> {
  readonly data: readonly TRow[];
  readonly pagination: Pagination;
}
