/**
 * The linear memory of one run: everything that changes stands in it, so that a copy of the bytes up to `top`
 * is a copy of the run. Tables are only ever added at the end; one that has to grow is made anew there.
 */

const PAGE = 65536;
/** Where the next table goes. It stands in memory like all the rest. */
const TOP: usize = memory.data(8, 8);

export function top(): usize {
  const at = load<usize>(TOP);
  return at === 0 ? (__heap_base + 7) & ~7 : at;
}

/** Room for a table, all zero; at a multiple of 8 bytes. */
export function room(bytes: usize): usize {
  const at = top();
  const end = (at + bytes + 7) & ~7;
  const missing = <i32>((end + PAGE - 1) / PAGE) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  store<usize>(TOP, end);
  return at;
}

/** Zero again, from an address to another: many times as fast as from outside, where a shared memory is cleared by words. */
export function clear(from: usize, to: usize): void {
  memory.fill(from, 0, to - from);
}

/** The same table with twice the room. */
export function doubled(at: usize, bytes: usize): usize {
  const wider = room(2 * bytes);
  memory.copy(wider, at, bytes);
  return wider;
}

/** Columns of numbers; no access is checked. */
@unmanaged
export class Doubles {
  @inline
  @operator("[]")
  get(i: i32): f64 {
    return load<f64>(changetype<usize>(this) + ((<usize>i) << 3));
  }
  @inline
  @operator("[]=")
  set(i: i32, value: f64): void {
    store<f64>(changetype<usize>(this) + ((<usize>i) << 3), value);
  }
}

@unmanaged
export class Ints {
  @inline
  @operator("[]")
  get(i: i32): i32 {
    return load<i32>(changetype<usize>(this) + ((<usize>i) << 2));
  }
  @inline
  @operator("[]=")
  set(i: i32, value: i32): void {
    store<i32>(changetype<usize>(this) + ((<usize>i) << 2), value);
  }
}

@unmanaged
export class Bytes {
  @inline
  @operator("[]")
  get(i: i32): i32 {
    return load<u8>(changetype<usize>(this) + <usize>i);
  }
  @inline
  @operator("[]=")
  set(i: i32, value: i32): void {
    store<u8>(changetype<usize>(this) + <usize>i, <u8>value);
  }
}

/** Small numbers of either sign. */
@unmanaged
export class SmallInts {
  @inline
  @operator("[]")
  get(i: i32): i32 {
    return <i32>load<i8>(changetype<usize>(this) + <usize>i);
  }
  @inline
  @operator("[]=")
  set(i: i32, value: i32): void {
    store<i8>(changetype<usize>(this) + <usize>i, <i8>value);
  }
}

export function doubles(count: i32): Doubles {
  return changetype<Doubles>(room((<usize>count) << 3));
}
export function ints(count: i32): Ints {
  return changetype<Ints>(room((<usize>count) << 2));
}
