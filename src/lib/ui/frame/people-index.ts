// People as they are looked for: by a part of their name or address, however it is written. What is compared is made up once, at
// the first search, and not again for every letter that is typed.

type Findable = Readonly<Record<'name' | 'email', string>>;

export class PeopleIndex<Row> {
  readonly rows: readonly Row[];
  readonly #personOf: (row: Row) => Findable;
  #texts: readonly string[] | null = null;

  constructor(rows: readonly Row[], personOf: (row: Row) => Findable) {
    this.rows = rows;
    this.#personOf = personOf;
  }

  /** Those whom it may mean, in their order; all where nothing is typed. */
  find(typed: string): readonly Row[] {
    const words = typed.trim().toLowerCase();
    if (words === '') return this.rows;
    const texts = (this.#texts ??= this.rows.map((row) => textOf(this.#personOf(row))));
    return this.rows.filter((_, index) => texts[index]?.includes(words));
  }
}

function textOf({ name, email }: Findable): string {
  return `${name} ${email}`.toLowerCase();
}
