/**
 * Shares of vehicles: "12 %", or "20 % of fast" where only a part is meant. Held as
 * `{ share, of }`, with share from 0 to 1.
 */
import { z } from "zod";
import { CLASS_KEYS } from "../vocabulary.ts";
import { parseQuantity, quantity, trim } from "./quantity.ts";

export const SHARE_OF = ["all", "fast", "general"] as const;
export type ShareOf = { readonly share: number; readonly of: (typeof SHARE_OF)[number] };

export const percent = (example = "12 %") =>
  quantity("share", { min: 0, max: 1, minText: "0 %", maxText: "100 %", example });

/** Parts of a whole, "4 %": may exceed nothing but make 100 % together (checked over the list). */
export const shareOf = z
  .codec(z.string().regex(/^[0-9]+(?:\.[0-9]+)? ?%(?: of (?:all|fast|general))?$/), z.custom<ShareOf>(), {
    decode: (text, ctx) => {
      const [amount, of] = text.split(" of ") as [string, ShareOf["of"] | undefined];
      const share = parseQuantity("share", amount)!;
      if (share <= 1) return { share, of: of ?? "all" };
      ctx.issues.push({
        code: "custom",
        input: text,
        params: { reason: "range", dimension: "share", example: "20 % of fast", low: "0 %", high: "100 %" },
      });
      return z.NEVER;
    },
    encode: ({ share, of }) => `${trim(share * 100)} %${of === "all" ? "" : ` of ${of}`}`,
  })
  .meta({ quantity: "share", examples: ["20 % of fast", "12 %"] });

export const classKey = z.enum(CLASS_KEYS);

/** One share for everyone, or one by class: `{ laden: 27 %, fast: 10 % }`; classes not named: 0 %. */
export const shareByClass = z.union([percent(), z.partialRecord(classKey, percent())]);
