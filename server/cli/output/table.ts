/** Plain tables for a terminal: columns as wide as their widest cell, numbers to the right. */
export type Column = { readonly title: string; readonly align: "left" | "right" };

export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) =>
    Math.max(width(column.title), ...rows.map((row) => width(row[i] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const gap = " ".repeat(widths[i]! - width(cell));
        return columns[i]!.align === "right" ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    line(widths.map((size) => "─".repeat(size))),
    ...rows.map(line),
  ].join("\n");
}

/** Characters as a terminal counts them, accents joined. */
const width = (text: string): number => [...text.normalize("NFC")].length;
