/** A column of twice the length with the same beginning. */
export function doubled<T extends Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array>(
  column: T,
  Kind: new (length: number) => T,
): T {
  const wider = new Kind(column.length * 2);
  wider.set(column);
  return wider;
}
