/** How tables stand on terminals of any width. */
import { expect, test } from "vitest";
import { formatTable } from "../../server/cli/output/table.ts";

const COLUMNS = [
  { title: "metric", align: "left" },
  { title: "today", align: "right" },
  { title: "", align: "left" },
] as const;
const ROWS = [
  ["Wait, mean [min]", "3.25", "\u001b[32mbetter\u001b[39m"],
  ["Queue", "13.6", ""],
];

test("columns are as wide as what is seen of their cells", () => {
  expect(formatTable(COLUMNS, ROWS, 31).split("\n")).toEqual([
    "metric            today",
    "────────────────  ─────  ──────",
    "Wait, mean [min]   3.25  \u001b[32mbetter\u001b[39m",
    "Queue              13.6",
  ]);
});

test("where a line has no room the numbers stand below what they are", () => {
  expect(formatTable(COLUMNS, ROWS, 30).split("\n")).toEqual([
    "metric",
    "  today",
    "────────────────",
    "Wait, mean [min]",
    "   3.25  \u001b[32mbetter\u001b[39m",
    "Queue",
    "   13.6",
  ]);
});

test("where those have none either, each stands beside the title of its column, or below it", () => {
  const compared = [
    ...COLUMNS.slice(0, 2),
    { title: "tomorrow", align: "right" },
    { title: "difference (95 %)", align: "right" },
    COLUMNS[2],
  ] as const;
  const rows = [
    ["Wait, mean [min]", "3.25", "1.75", "−1.5 (−2 to −1)", "better"],
    ["Queue", "13.6", "", "", ""],
  ];
  expect(formatTable(compared, rows, 40).split("\n")).toEqual([
    "metric",
    "────────────────",
    "Wait, mean [min]",
    "  today                         3.25",
    "  tomorrow                      1.75",
    "  difference (95 %)  −1.5 (−2 to −1)",
    "                     better",
    "Queue",
    "  today                         13.6",
  ]);
  expect(formatTable(compared, rows, 30).split("\n")).toEqual([
    "metric",
    "────────────────",
    "Wait, mean [min]",
    "  today",
    "    3.25",
    "  tomorrow",
    "    1.75",
    "  difference (95 %)",
    "    −1.5 (−2 to −1)",
    "    better",
    "Queue",
    "  today",
    "    13.6",
  ]);
});
