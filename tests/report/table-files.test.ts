/** Tables as files: what is read back is what was written, and what was taken back is not there. */
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { COLUMN_TYPES, TABLES } from "../../server/report/tables/columns.ts";
import type { Cell, Column } from "../../server/report/tables/columns.ts";
import { CsvFile, PLAIN_CSV, spreadsheetCsv } from "../../server/report/tables/csv-file.ts";
import type { CsvDialect } from "../../server/report/tables/csv-file.ts";
import { ParquetFile } from "../../server/report/tables/parquet-file.ts";
import type { Output } from "../../server/report/tables/table-file.ts";
import { VisitRows } from "../../server/report/tables/visit-rows.ts";
import { files as en } from "../../shared/messages/en/files.ts";

/** A file in memory, on a disk that has room for so many bytes. */
class Disk implements Output {
  bytes = Buffer.alloc(0);
  room = Infinity;

  appendFile = (data: unknown): Promise<void> => {
    const more = Buffer.from(data as Uint8Array);
    const fits = Math.min(more.length, Math.max(0, this.room - this.bytes.length));
    this.bytes = Buffer.concat([this.bytes, more.subarray(0, fits)]);
    if (fits === more.length) return Promise.resolve();
    return Promise.reject(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
  };

  truncate = (length = 0): Promise<void> => {
    this.bytes = this.bytes.subarray(0, length);
    return Promise.resolve();
  };

  get buffer(): ArrayBuffer {
    return new Uint8Array(this.bytes).buffer;
  }
}

const COLUMNS: readonly Column[] = [
  ...COLUMN_TYPES.map((type): Column => ({ name: type, type, unit: null, isNullable: false })),
  ...COLUMN_TYPES.map((type): Column => ({ name: `${type}?`, type, unit: null, isNullable: true })),
];

const rowOf = (i: number): Cell[] => {
  const cells: Cell[] = [`kind ${i % 7}, "é"`, i, 1e12 + i, i / 3, i % 2 === 0];
  return [...cells, ...cells.map((cell) => (i % 3 === 0 ? null : cell))];
};

const asObject = (cells: readonly Cell[]): object =>
  Object.fromEntries(
    COLUMNS.map(({ name, type }, c) => {
      const cell = cells[c]!;
      return [name, type === "long" && cell !== null ? BigInt(cell as number) : cell];
    }),
  );

async function fill(rows: number, disk: Disk): Promise<ParquetFile> {
  const file = await ParquetFile.open(disk, COLUMNS, { cruce: "1" });
  for (let i = 0; i < rows; i++) {
    file.add(rowOf(i));
    if (i % 1000 === 999) await file.settle();
  }
  return file;
}

test("Parquet is read back as it was written, with types, nulls and groups, whatever its length", async () => {
  const disk = new Disk();
  const rows = 70_000;
  const file = await fill(rows, disk);
  file.keep();
  await file.finish();
  expect(file.kept).toBe(rows);
  const metadata = parquetMetadata(disk.buffer);
  expect(metadata.num_rows).toBe(BigInt(rows));
  expect(metadata.row_groups.length).toBeGreaterThan(1);
  expect(
    metadata.schema.slice(1).map(({ name, type, repetition_type }) => [name, type, repetition_type]),
  ).toEqual([
    ["text", "BYTE_ARRAY", "REQUIRED"],
    ["whole", "INT32", "REQUIRED"],
    ["long", "INT64", "REQUIRED"],
    ["number", "DOUBLE", "REQUIRED"],
    ["yesNo", "BOOLEAN", "REQUIRED"],
    ["text?", "BYTE_ARRAY", "OPTIONAL"],
    ["whole?", "INT32", "OPTIONAL"],
    ["long?", "INT64", "OPTIONAL"],
    ["number?", "DOUBLE", "OPTIONAL"],
    ["yesNo?", "BOOLEAN", "OPTIONAL"],
  ]);
  expect(metadata.row_groups[0]!.columns[0]!.meta_data!.encodings).toContain("RLE_DICTIONARY");
  expect(metadata.key_value_metadata).toContainEqual({ key: "cruce", value: "1" });
  const read = await parquetReadObjects({ file: disk.buffer });
  for (const i of [0, 1, 2, 3, 65_535, 65_536, 69_999]) expect(read[i]).toEqual(asObject(rowOf(i)));
});

test("rows that are taken back leave no trace in Parquet, also those that were in the file already", async () => {
  const disk = new Disk();
  const file = await fill(10, disk);
  file.keep();
  for (let i = 0; i < 140_000; i++) {
    file.add(rowOf(i));
    if (i % 10_000 === 0) await file.settle();
  }
  await file.takeBack();
  file.add(rowOf(10));
  file.keep();
  await file.finish();
  const same = new Disk();
  const straight = await fill(10, same);
  straight.keep();
  straight.add(rowOf(10));
  straight.keep();
  await straight.finish();
  expect(await parquetReadObjects({ file: disk.buffer })).toEqual(
    await parquetReadObjects({ file: same.buffer }),
  );
});

test("on a full disk the kept rows stay readable in Parquet", async () => {
  const disk = new Disk();
  const file = await fill(66_000, disk);
  file.keep();
  for (let i = 0; i < 66_000; i++) file.add(rowOf(i));
  await file.settle();
  const { kept } = file;
  const whole = disk.bytes.length;
  for (let i = 0; i < 66_000; i++) file.add(rowOf(i));
  disk.room = whole + 1000;
  await expect(file.settle()).rejects.toThrow("no space left");
  await file.takeBack();
  disk.room = Infinity;
  await file.finish();
  expect(kept).toBe(66_000);
  expect(file.kept).toBe(kept);
  expect(parquetMetadata(disk.buffer).num_rows).toBe(66_000n);
  expect((await parquetReadObjects({ file: disk.buffer })).at(-1)).toEqual(asObject(rowOf(65_999)));
});

test("a table without rows is a Parquet file all the same", async () => {
  const disk = new Disk();
  await (await ParquetFile.open(disk, COLUMNS, {})).finish();
  expect(await parquetReadObjects({ file: disk.buffer })).toEqual([]);
});

test("CSV keeps what is kept, on a full disk too", async () => {
  const disk = new Disk();
  const file = await CsvFile.open(disk, COLUMNS.slice(0, 2), PLAIN_CSV);
  for (let i = 0; i < 5000; i++) file.add([`row`, i]);
  file.keep();
  for (let i = 0; i < 5000; i++) file.add([`loose`, i]);
  await file.settle();
  await file.takeBack();
  for (let i = 0; i < 5000; i++) file.add([`late`, i]);
  disk.room = disk.bytes.length + 10;
  await expect(file.settle()).rejects.toThrow("no space left");
  await file.takeBack();
  await file.finish();
  const lines = disk.bytes.toString().split("\r\n");
  expect(file.kept).toBe(5000);
  expect(lines).toHaveLength(5002);
  expect(lines.at(-2)).toBe("row,4999");
});

test.each([
  ["en-US", "a,b\r\nx;y,1.5\r\n"],
  ["fr-CA", 'a;b\r\n"x;y";1,5\r\n'],
  ["es-MX", "a,b\r\nx;y,1.5\r\n"],
])("for spreadsheets of %s CSV has their separator and decimal mark", async (locale, text) => {
  const disk = new Disk();
  const columns = [
    { ...COLUMNS[0]!, name: "a" },
    { ...COLUMNS[3]!, name: "b" },
  ];
  const file = await CsvFile.open(disk, columns, spreadsheetCsv(locale));
  file.add(["x;y", 1.5]);
  file.keep();
  await file.finish();
  expect(disk.bytes.toString()).toBe(`\ufeff${text}`);
});

test("for spreadsheets a name that looks like a formula is text, elsewhere it is as it is", async () => {
  const columns = [COLUMNS[0]!, COLUMNS[3]!];
  const written = async (dialect: CsvDialect): Promise<string> => {
    const disk = new Disk();
    const file = await CsvFile.open(disk, columns, dialect);
    for (const name of ["+ 1 shift", "=1+1", "-x", "@x", "1 + 1"]) file.add([name, -1.5]);
    file.keep();
    await file.finish();
    return disk.bytes.toString().split("\r\n").slice(1, -1).join("|");
  };
  expect(await written(spreadsheetCsv("en-US"))).toBe(
    "'+ 1 shift,-1.5|'=1+1,-1.5|'-x,-1.5|'@x,-1.5|1 + 1,-1.5",
  );
  expect(await written(PLAIN_CSV)).toBe("+ 1 shift,-1.5|=1+1,-1.5|-x,-1.5|@x,-1.5|1 + 1,-1.5");
});

test("lines of visits are read in parts of any length", () => {
  const lines =
    'a,0,1,laden,-1,2,0,true,false,,,,,5,,departed\r\n"b ""1"",\n2",1,2,empty,7,8,9,false,true,"x,y",31536000000,1,2,3,4,onward\r\n';
  const wanted: readonly Cell[][] = [
    ["a", 0, 1, "laden", -1, 2, 0, true, false, null, null, null, null, 5, null, "departed"],
    ['b "1",\n2', 1, 2, "empty", 7, 8, 9, false, true, "x,y", 31_536_000_000, 1, 2, 3, 4, "onward"],
  ];
  for (let size = 1; size < 60; size++) {
    const rows = new VisitRows();
    const read: Cell[][] = [];
    const bytes = new TextEncoder().encode(lines);
    for (let at = 0; at < bytes.length; at += size)
      rows.read(bytes.subarray(at, at + size), (cells) => read.push([...cells]));
    expect(read).toEqual(wanted);
  }
});

test("every column has its meaning, and no meaning is without a column", () => {
  const names = new Set(Object.values(TABLES).flatMap((columns) => columns.map(({ name }) => name)));
  expect(Object.keys(en.columns).toSorted()).toEqual([...names].toSorted());
});
