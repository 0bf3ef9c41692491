/** Lists of arrivals from CSV: what is read, and that every fault is told with its line. */
import { describe, expect, test } from "vitest";
import { MAX_ARRIVALS_BYTES, parseArrivalsCsv } from "../../server/scenario/arrivals-csv.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { problems as texts } from "../../shared/messages/en/problems.ts";
import { problemTexts } from "../../shared/problem.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../shared/units.ts";

const days = civilDays("America/Chicago", "2024-03-09", 2);
const parse = (text: string) => parseArrivalsCsv(text, "list.csv", days);
const times = (text: string): number[] => parse(text).rows.map(({ timeMs }) => timeMs);
/** Faults as "line:column code found". */
const faults = (text: string): string[] =>
  parse(text).problems.map(
    (one) => `${one.line}:${one.column} ${one.code} ${problemTexts(one, texts).found}`,
  );

describe("what is read", () => {
  test("a column of times alone means laden trucks without FAST, one by one", () => {
    expect(parse("time\n07:00\n")).toEqual({
      rows: [{ timeMs: 7 * HOUR, flow: "laden", fast: false, count: 1 }],
      problems: [],
    });
  });

  test("columns stand in any order, and yes, no, 1 and 0 are understood", () => {
    const { rows } = parse(
      "fast,COUNT,flow,time\nyes,2,Empty,07:00\n0,1,hazmat,07:01\nTRUE,1,laden,07:02\nno,1,laden,07:03",
    );
    expect(rows.map(({ flow, fast, count }) => `${flow} ${fast} ${count}`)).toEqual([
      "empty true 2",
      "hazmat false 1",
      "laden true 1",
      "laden false 1",
    ]);
  });

  test("times are of the first day, or local with a date, to the millisecond", () => {
    expect(times("time\n07:00\n07:00:05\n2024-03-09T07:01:00.250\n2024-03-10 07:00")).toEqual([
      7 * HOUR,
      7 * HOUR + 5 * SECOND,
      7 * HOUR + MINUTE + 250,
      DAY + 6 * HOUR,
    ]);
  });

  test("bare times are of the first counted day, as in a timetable", () => {
    const { rows } = parseArrivalsCsv("time\n07:00\n2024-03-09 07:00", "list.csv", days, 1);
    expect(rows.map(({ timeMs }) => timeMs)).toEqual([7 * HOUR, DAY + 6 * HOUR]);
  });

  test("rows are sorted by time, and stay as written where times are equal", () => {
    const { rows } = parse("time,flow\n08:00,empty\n07:00,laden\n08:00,hazmat");
    expect(rows.map(({ flow }) => flow)).toEqual(["laden", "empty", "hazmat"]);
  });

  test("byte order mark, CRLF, quotes, blanks and empty lines at the end do no harm", () => {
    expect(parse('\uFEFF"time" , "flow"\r\n"07:00", empty \r\n 07:01,"laden"\r\n\r\n\r\n')).toMatchObject({
      rows: [{ flow: "empty" }, { flow: "laden" }],
      problems: [],
    });
  });

  test("the zero of an early hour may be left out, with a date too", () => {
    expect(times("time\n7:03:15\n2024-03-09 8:00\n2024-03-09T09:00")).toEqual([
      7 * HOUR + 3 * MINUTE + 15 * SECOND,
      8 * HOUR,
      9 * HOUR,
    ]);
  });

  test("a time that occurs twice means the first", () => {
    const autumn = civilDays("America/Chicago", "2024-11-03", 1);
    expect(parseArrivalsCsv("time\n01:30", "list.csv", autumn).rows[0]!.timeMs).toBe(90 * MINUTE);
  });
});

describe("what is refused", () => {
  test("every fault is told with its line and column", () => {
    expect(
      faults(
        "time,flow,fast,count\n7:5,laden,true,1\n07:00,loaden,maybe,0\n,,,\n07:00,laden,true\n\n07:00,laden,true,1.5",
      ),
    ).toEqual([
      "2:1 CR-504 7:5",
      "3:7 CR-505 loaden",
      "3:14 CR-506 maybe",
      "3:20 CR-507 0",
      "4:1 CR-504 an empty cell",
      "4:2 CR-505 an empty cell",
      "4:3 CR-506 an empty cell",
      "4:4 CR-507 an empty cell",
      "5:1 CR-503 3",
      "6:1 CR-504 an empty cell",
      "7:18 CR-507 1.5",
    ]);
  });

  test("a misspelt flow is guessed", () => {
    const [fault] = parse("time,flow\n07:00,loaden").problems;
    expect(problemTexts(fault!, texts).advice).toBe("did you mean laden?");
  });

  test("a file without a header, and columns that nobody knows", () => {
    expect(faults("07:00\n07:01")).toEqual(["1:1 CR-501 07:00"]);
    expect(faults("")).toEqual(["1:1 CR-501 -"]);
    expect(faults("time,plate,time\n07:00,x,07:01")).toEqual(["1:6 CR-502 plate", "1:12 CR-502 time"]);
  });

  test("semicolons are named as what is wrong", () => {
    const [fault] = parse("time;flow\n07:00;laden").problems;
    expect(fault).toMatchObject({ code: "CR-501", line: 1 });
    expect(problemTexts(fault!, texts).advice).toContain("separate the columns by commas");
  });

  test("times outside the run, times that the clock skips, and times of other zones", () => {
    expect(
      faults("time\n2024-03-11T00:00\n2024-03-10T24:00\n2024-03-10T02:30\n2024-03-09T07:00Z\n24:00"),
    ).toEqual([
      "2:1 CR-508 2024-03-11T00:00",
      "3:1 CR-508 2024-03-10T24:00",
      "4:1 CR-504 2024-03-10T02:30",
      "5:1 CR-504 2024-03-09T07:00Z",
    ]);
  });

  test("a quote that does not end, and a list without arrivals", () => {
    expect(faults('time\n"07:00\n07:01"x')).toEqual(['2:1 CR-511 "07:00', '3:1 CR-504 07:01"x']);
    expect(faults("time\n")).toEqual(["1:1 CR-509 none"]);
  });

  test("after fifty faults only their number is told", () => {
    const { problems } = parse(`time\n${"x\n".repeat(73)}`);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({ code: "CR-512", params: { count: 23 } });
  });

  test("another encoding, and signs that a terminal would obey, are named and not shown", () => {
    expect(faults(Buffer.from("time\n07:00\n", "utf16le").toString("utf8"))).toEqual([
      "1:2 CR-104 bytes that are not",
    ]);
    expect(faults("time,flow\n07:00,a\u001b[2J\n")).toEqual(["2:8 CR-104 the control character U+001B"]);
  });

  test("a file too large is refused unread", () => {
    expect(parse("x".repeat(MAX_ARRIVALS_BYTES + 1)).problems).toMatchObject([{ code: "CR-513", line: 0 }]);
  });
});
