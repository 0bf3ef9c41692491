/** What is said of a wrong value: both dimensions, the unit that is missing, the word that was meant. */
import { describe, expect, test } from "vitest";
import { LAREDO, change } from "./laredo.ts";
import { problemsOf, say } from "./reading.ts";

/** The last line of the only problem of the compact port with a piece changed. */
function hint(from: string, to: string): string {
  const problems = problemsOf(change(LAREDO, from, to)).filter(({ severity }) => severity === "error");
  expect(problems.map(say)).toHaveLength(1);
  return say(problems[0]!).split("\n  → ")[1]!;
}

describe("a length is due:", () => {
  test.each([
    ["2.6", "add the unit: 2.6 km, or another of m, km, ft, mi (CR-206)"],
    ["100 s", "use one of these units: m, km, ft, mi (CR-207)"],
    ["07:30", "use one of these units: m, km, ft, mi (CR-207)"],
    ["2.6 kilometers", "did you mean 2.6 km? (CR-205)"],
    ["2.6 KM", "did you mean 2.6 km? (CR-205)"],
    ["2.6 furlongs", "write a number and one of these units: m, km, ft, mi (CR-205)"],
    ['"2,600 m"', "write 2600 m (CR-210)"],
    ["-2 km", "it cannot be negative (CR-205)"],
    ["2000 km", "choose a value within these bounds (CR-208)"],
    ["[2.6 km]", "write it as in 2.6 km (CR-203)"],
  ])("%s", (written, expected) => {
    expect(hint("length: 2.6 km", `length: ${written}`)).toBe(expected);
  });
});

describe("a number a day is due:", () => {
  test.each([
    ["8000 per day", "did you mean 8000 /day? (CR-205)"],
    ["8 000 /day", "write 8000 /day (CR-210)"],
    ["333 /h", "use one of these units: /day, /d (CR-207)"],
  ])("%s", (written, expected) => {
    expect(hint("8000 /day", written)).toBe(expected);
  });
});

describe("a service time is due:", () => {
  test.each([
    ["80", "add the unit: 80 s, or another of ms, s, min, h, d (CR-206)"],
    ["lognorml 80 s cv 0.7", "did you mean lognormal 80 s cv 0.7? (CR-214)"],
    ["lognormal 80 seconds cv 0.7", "did you mean lognormal 80 s cv 0.7? (CR-214)"],
    ["lognormal 80 s", "did you mean lognormal 80 s cv 0.7? (CR-214)"],
    ["lognormal 80 s cv 0,7", "write lognormal 80 s cv 0.7 (CR-210)"],
    ["uniform 90 s to 30 s", "the smaller duration first, the mode between them (CR-214)"],
    ["triangular 30 s to 60 s mode 90 s", "the smaller duration first, the mode between them (CR-214)"],
    ["lognormal 80 cv 0.7", "did you mean lognormal 80 s cv 0.7? (CR-214)"],
    ["Lognormal 80 s CV 0.7", "did you mean lognormal 80 s cv 0.7? (CR-214)"],
    ["lognormal 80 s cv 70 %", "did you mean lognormal 80 s cv 0.7? (CR-214)"],
    ["exp 60 s", "did you mean exponential 60 s? (CR-214)"],
    ["erlang 60 s shape 2.5", "the shape is a whole number from 1 to 999 (CR-214)"],
    ["gamma 60 s cv 7", "the coefficient of variation goes from 0.01 to 5 (CR-214)"],
    ["2.6 km", "use one of these units: ms, s, min, h, d (CR-207)"],
    ["40 d", "choose a value within these bounds (CR-208)"],
  ])("%s", (written, expected) => {
    expect(hint("lognormal 8 min cv 0.5", `"${written}"`)).toBe(expected);
  });
});

describe("a whole number of lanes is due:", () => {
  test.each([
    ["2 km", "write a number alone, such as 2 (CR-203)"],
    ['"2,000 lanes"', "write a number alone, such as 2000 (CR-203)"],
    ["2.4 lanes", "write a number alone, such as 2 (CR-203)"],
    ["many", "write a number alone, such as 1 (CR-203)"],
    ["[20]", "write a number alone, such as 1 (CR-203)"],
    ['"20"', "leave out the quotes: 20 (CR-203)"],
    ['"2.5"', "write a number alone, such as 3 (CR-203)"],
  ])("%s", (written, expected) => {
    expect(hint("lanes: 20", `lanes: ${written}`)).toBe(expected);
  });
});

test.each([
  [
    "flows: { laden: 92 %, empty: 6 %, hazmat: 2 % }",
    "flows: all",
    "see the reference for this key (CR-203)",
  ],
  [
    'general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }',
    "general: 7",
    'write it as in { "07:00": 7 } (CR-203)',
  ],
  [
    'general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }',
    "general: seven",
    'write it as in { "07:00": 1 } (CR-203)',
  ],
  ["moveUp: 10 s", "moveUp: 10 s\n      fastFirst: 12", "write true or false (CR-203)"],
  ["name: A bridge like Laredo's", "name: 7", 'put it in quotes: "7" (CR-203)'],
  ["name: A bridge like Laredo's", "name: { of: 7 }", "see the reference for this key (CR-203)"],
])("a value of a wrong type is answered by one that can be written: %s, %s", (from, to, expected) => {
  expect(hint(from, to)).toBe(expected);
});

describe("a share is due:", () => {
  test.each([
    ["10", "write 10 % (CR-209)"],
    ["0.1", "write 10 % if that is the share you mean (CR-209)"],
    ["10 percent", "did you mean 10 %? (CR-205)"],
  ])("%s", (written, expected) => {
    expect(hint("share: 10 %", `share: ${written}`)).toBe(expected);
  });
});

describe("opening hours are due:", () => {
  test.each([
    ["7-24", 'write "07:00-24:00" (CR-212)'],
    ['"7:00 to 23:30"', 'write "07:00-23:30" (CR-212)'],
    ['"7 am - 10 pm"', 'write "07:00-22:00" (CR-212)'],
    ['"24:00-07:00"', 'write "HH:MM-HH:MM", the end after the beginning; within one day (CR-212)'],
    ["1440", 'write "HH:MM-HH:MM", the end after the beginning; within one day (CR-212)'],
  ])("%s", (written, expected) => {
    expect(hint('"07:00-24:00"', written)).toBe(expected);
  });
});

describe("a map by time of day, of which a key is:", () => {
  test.each([
    ['"7:5"', "rename the key (CR-220)"],
    ['"25:00"', "rename the key (CR-220)"],
    ["7", 'did you mean "07:00"? (CR-220)'],
    ["7 am", 'did you mean "07:00"? (CR-220)'],
    ["420", 'did you mean "07:00"? (CR-220)'],
    ["1080", 'did you mean "18:00"? (CR-220)'],
    ["morning", "rename the key (CR-220)"],
  ])("%s", (written, expected) => {
    expect(hint('"07:00": 5 %', `${written}: 5 %`)).toBe(expected);
  });
});

test("a union reports the form that was meant, not all of them", () => {
  const problems = problemsOf(
    change(
      LAREDO,
      'fast: { "07:00": 4, "24:00": 0 }',
      'fast: { shifts: [ { officers: four, from: "07:00", to: "15:00" } ] }',
    ),
  );
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "CR-203 northbound.staffing.primary.fast.shifts[0].officers",
  ]);
});

test("of a bare time that is wrong only the mistake is told, and of one that is right how to quote it", () => {
  expect(hint("moveUp: 10 s", "moveUp: 1:30")).toBe("use one of these units: ms, s, min, h, d (CR-207)");
  const [warning] = problemsOf(`${LAREDO}changes: [ { at: 8:00, kind: demand, factor: 150 % } ]\n`);
  expect(say(warning!)).toContain('write "08:00"');
});

test("a key left without a value is removed by null in a file that extends, and only there", () => {
  const only = (text: string): string => say(problemsOf(text, { "base.yaml": LAREDO })[0]!);
  expect(only("cruce: 1\nextends: base.yaml\nhours:\n")).toContain("write `null` to remove it");
  expect(only(change(LAREDO, 'hours: "07:00-24:00"', "hours:"))).toContain("`null` removes only in a file");
});

test("a spacing longer than the approach leaves no room to wait", () => {
  expect(hint("spacing: 19 m", "spacing: 3 km")).toBe(
    "a lane must hold at least one waiting vehicle (CR-325)",
  );
});

test("YAML's comma in braces is told as such", () => {
  const problems = problemsOf(change(LAREDO, "spacing: 19 m,", "spacing: 19, 5 m,"));
  expect(problems.map(({ code }) => code)).toEqual(["CR-206", "CR-216"]);
});

test("a change without a kind: the key that was meant, or all kinds there are", () => {
  const slip = problemsOf(`${LAREDO}changes:\n  - { at: "08:00", knd: demand, factor: 150 % }\n`);
  expect(slip.map(({ code, path }) => `${code} ${path}`)).toEqual(["CR-201 changes[0].knd"]);
  expect(say(slip[0]!)).toContain("did you mean kind?");
  const none = problemsOf(`${LAREDO}changes:\n  - { at: "08:00", factor: 150 % }\n`);
  expect(say(none[0]!)).toContain("add it: boothsClosed, scannersDown");
});

test("decimal commas that leave the same piece twice are told as commas, not as a key given twice", () => {
  const problems = problemsOf(
    change(
      LAREDO,
      "flows: { laden: 92 %, empty: 6 %, hazmat: 2 % }",
      "flows: { laden: 90,5 %, empty: 9,5 % }",
    ),
  );
  expect(problems.map(({ code }) => code)).toEqual(["CR-209", "CR-216", "CR-209"]);
});

test("a key is guessed from the keys of its own place", () => {
  expect(hint("freeFlow: 4 min", "freeflow: 4 min, freeFlow: 4 min")).toBe("did you mean freeFlow? (CR-201)");
  expect(hint("laden: 92 %", "ladden: 1 %, laden: 92 %")).toBe("did you mean laden? (CR-201)");
  expect(hint("fastSplitsAt: 400 m", "kolor: red, fastSplitsAt: 400 m")).toBe(
    "check the spelling, or leave it out (CR-201)",
  );
});

test("all mistakes of a file come at once, in the order of its lines", () => {
  const text = change(
    change(change(LAREDO, "zone: America/Chicago", "zone: 5"), "2.6 km", "3"),
    "share: 10 %",
    "share: 10",
  );
  expect(problemsOf(text).map(({ code, line }) => `${line} ${code}`)).toEqual([
    "3 CR-203",
    "31 CR-206",
    "45 CR-209",
  ]);
});

test("a file of a newer format yields that one problem", () => {
  expect(problemsOf("cruce: 9\nfrobnicate: yes\n").map(({ code }) => code)).toEqual(["CR-221"]);
});

test("a problem is three lines: place and path, expected and found, advice and code", () => {
  expect(say(problemsOf(change(LAREDO, "2.6 km", "100 s"))[0]!)).toBe(
    "mine.yaml:31:35: northbound.stages.approach.length\n  expected a length such as 2.6 km; found 100 s, a duration\n  → use one of these units: m, km, ft, mi (CR-207)",
  );
});
