/** One row a counted vehicle: who it is and what became of it. */
import { NEVER } from "./constants";
import { doubled, room } from "./memory";

const FIRST_CAPACITY: i32 = 1024;

@unmanaged
class Row {
  wait: f64;
  crossing: f64;
  cell: i32;
  number: i32;
  member: i32;
  flow: u8;
  tally: u8;
  unused: u16;
}

@unmanaged
export class Rows {
  count: i32;
  capacity: i32;
  table: usize;

  add(flow: i32, cell: i32, number: i32, member: i32, tally: i32): i32 {
    const index = this.count++;
    if (index === this.capacity) this.grow();
    const row = this.at(index);
    row.wait = NEVER;
    row.crossing = NEVER;
    row.cell = cell;
    row.number = number;
    row.member = member;
    row.flow = <u8>flow;
    row.tally = <u8>tally;
    return index;
  }

  @inline
  at(row: i32): Row {
    return changetype<Row>(this.table + <usize>row * offsetof<Row>());
  }

  grow(): void {
    this.table = doubled(this.table, <usize>this.capacity * offsetof<Row>());
    this.capacity *= 2;
  }
}

export function make(): Rows {
  const rows = changetype<Rows>(room(offsetof<Rows>()));
  rows.capacity = FIRST_CAPACITY;
  rows.table = room(FIRST_CAPACITY * offsetof<Row>());
  return rows;
}
