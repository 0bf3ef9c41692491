/** The results of a replication as compressed bytes with a checksum, for the store. Reading back gives the same values. */
import { deserialize, serialize } from "node:v8";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { VehicleRows } from "../measure/rows.ts";
import type { ReplicationSummary } from "../measure/summary.ts";

/** Measured on World Trade Bridge: higher levels take twice the time and save nothing. */
const PARAMS = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 };

export const packSummary = (summary: ReplicationSummary): Uint8Array => pack(summary);
export const packVehicles = (rows: VehicleRows): Uint8Array => pack(rows);

export const unpackSummary = (bytes: Uint8Array): ReplicationSummary => unpack(bytes) as ReplicationSummary;
export const unpackVehicles = (bytes: Uint8Array): VehicleRows => unpack(bytes) as VehicleRows;

const pack = (value: object): Uint8Array => zstdCompressSync(serialize(value), { params: PARAMS });

/** Throws where the bytes are not those that were packed. */
const unpack = (bytes: Uint8Array): unknown => deserialize(zstdDecompressSync(bytes));
