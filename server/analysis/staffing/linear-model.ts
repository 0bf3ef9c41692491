/** A linear program, some of whose columns are whole numbers, as data: what a solver is given. */

/** Least of the sum of costs × columns; a column is never below 0. */
export type LinearModel = {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Two answers that matter differ by this much at least. */
  readonly step: number;
};
export type Column = {
  readonly cost: number;
  /** null: no bound. */
  readonly most: number | null;
  readonly isWhole: boolean;
};
/** The sum of factor × column is `least` or more. */
export type Row = {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly least: number;
};

/** Values of the columns, and what no values cost less than; those that cost that much are the best, so proven. */
export type Solution = { readonly values: readonly number[]; readonly bound: number };

/** Null: no values meet all rows. */
export type Solve = (model: LinearModel) => Promise<Solution | null>;

export class ModelBuilder {
  readonly #columns: Column[] = [];
  readonly #rows: Row[] = [];

  /** The number of the column. */
  column(column: Column): number {
    return this.#columns.push(column) - 1;
  }

  atLeast(least: number, terms: Row["terms"]): void {
    this.#rows.push({ terms: terms.filter(([, factor]) => factor !== 0), least });
  }

  atMost(most: number, terms: Row["terms"]): void {
    this.atLeast(
      -most,
      terms.map(([column, factor]) => [column, -factor] as const),
    );
  }

  /** With columns as they are, or as `change` makes them. */
  model(step: number, change: (column: Column, index: number) => Column = (column) => column): LinearModel {
    return { columns: this.#columns.map(change), rows: [...this.#rows], step };
  }
}
