/** What a report is made of: assumptions, sources, and markup that nothing from outside can break. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { markup } from "../../server/report/html/markup.ts";
import { intervalUnder } from "../../server/report/html/sections.ts";
import { remarksOf } from "../../server/report/html/sources.ts";
import { netDifference } from "../../server/report/html/net.ts";
import { runReplication } from "../../server/run/replication.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { fill } from "../../shared/fill.ts";
import { assumptionsOf } from "../../shared/assumptions.ts";
import { report as en } from "../../shared/messages/en/report.ts";
import { loadedModel } from "../bench/models.ts";
import { ONE_MORE, TODAY } from "../run/small-ports.ts";

test("a report can cite every assumption of the documentation, and no other", () => {
  const page = readFileSync(new URL("../../docs/explanation/assumptions.md", import.meta.url), "utf8");
  const numbered = [...page.matchAll(/^\*\*(A\d+) — /gm)].map((match) => match[1]!);
  expect(Object.keys(en.assumptions.list).toSorted()).toEqual(numbered.toSorted());
});

test("it cites those that a scenario touches", () => {
  const bridge = assumptionsOf([loadedModel({ file: "laredo-world-trade-bridge.yaml" }).scenario]);
  expect(bridge).toEqual(expect.arrayContaining(["A1", "A5", "A9", "A10", "A11"]));
  expect(bridge).not.toContain("A16");
  expect(assumptionsOf([loadedModel({ file: "theory/q01-mm1.yaml" }).scenario])).not.toContain("A9");
});

test("remarks of a scenario file go with the setting that they are about", () => {
  const text = `# yaml-language-server: $schema=x
cruce: 1
# Counts of 2024,
# compiled by hand.
trucks: 8000 /day # a midweek day
name: "no # remark"
about: it's # one

# about nothing in particular

lanes: 3
`;
  expect(remarksOf([{ file: "a.yaml", text }])).toEqual([
    {
      file: "a.yaml",
      setting: "trucks: 8000 /day",
      remark: "Counts of 2024, compiled by hand. a midweek day",
    },
    { file: "a.yaml", setting: "about: it's", remark: "one" },
  ]);
});

test("no line of a report ends between a number and its unit, and code stays as it is", () => {
  const text = "wait within 5 % or 2 min";
  expect(markup`<p>${text}</p><code>${text}</code>`.html).toBe(
    "<p>wait within 5\u00a0% or 2\u00a0min</p><code>wait within 5 % or 2 min</code>",
  );
});

test("what comes from outside is text, not markup", () => {
  const name = `<img src=x onerror="alert('1')">&`;
  expect(markup`<b>${name}</b>${[markup`<i>${1}</i>`, null]}`.html).toBe(
    "<b>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</b><i>1</i>",
  );
  expect(() => fill("{{a}} {{b}}", { a: 1 })).toThrow("no value for {{b}}");
});

test("only what is the same on every day is said to be", () => {
  const say = (value: number): string => `+${value.toFixed(value < 1 ? 2 : 1)}`;
  const under = (low: number | null, high: number | null, n = 20, metric = "wait"): string => {
    const text = intervalUnder({ value: 34.6, low, high, n, metric }, say, { report: en });
    return typeof text === "string" ? text : text.html;
  };
  expect(under(34.6, 34.6)).toBe("the same on every day");
  expect(under(34.6, 34.6, 5)).toBe("all 5 days alike: no interval");
  expect(under(34.6, 34.6, 5, "officerHours")).toBe("the same on every day");
  expect(under(34.58, 34.62)).toBe("± 0.02");
  expect(under(34.4, 34.8)).toBe("<span>+34.4 …</span> <span>+34.8</span>");
  expect(under(null, null)).toBe("one day: no interval");
});

test("an end that few vehicles do not tell is not taken for that of one day", () => {
  const say = (value: number): string => value.toFixed(1);
  const open = (low: number | null, high: number | null) =>
    intervalUnder({ value: 34.6, low, high, n: 5, vehiclesNeeded: 72 }, say, { report: en });
  expect(open(30, null)).toBe("30.0 … ?; fewer than 72 vehicles: no upper end");
  expect(open(null, 40)).toBe("? … 40.0; fewer than 72 vehicles: no lower end");
  expect(open(null, null)).toBe("fewer than 72 vehicles: no interval");
});

test("both costs together are those of delay and of officers, on the same days", () => {
  const costs = { truckHour: 90, officerHour: 70 };
  const [baseline, scenario] = [TODAY, ONE_MORE].map((loaded) => ({
    name: loaded.file,
    costs,
    expected: null,
    days: [0, 1, 2].map((replication) => runReplication(planScenario(loaded), { seed: 1, replication })),
  }));
  const net = netDifference(baseline!, scenario!);
  expect(net!.n).toBe(3);
  expect(net!.low).toBeLessThan(net!.value);
  expect(netDifference({ ...baseline!, costs: {} }, scenario!)).toBeNull();
});
